export { sloEditorField } from './field';
