export { environmentNameField } from './field';
