export { sizingField } from './field';
