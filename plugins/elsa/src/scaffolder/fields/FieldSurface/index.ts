export { FieldSurface } from './FieldSurface';
