export { hostProfilePickerField } from './field';
