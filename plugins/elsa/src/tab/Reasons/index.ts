export { Reasons, REASONS_ANCHOR } from './Reasons';
