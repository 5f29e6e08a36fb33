export { FieldStatus } from './FieldStatus';
