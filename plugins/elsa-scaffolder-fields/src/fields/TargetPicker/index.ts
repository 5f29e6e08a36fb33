export { targetPickerField } from './field';
