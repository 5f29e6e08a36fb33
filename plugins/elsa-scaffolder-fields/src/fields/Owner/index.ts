export { ownerField } from './field';
