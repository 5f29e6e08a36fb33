export { reviewField } from './field';
