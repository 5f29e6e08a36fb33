export { StatusTable } from './StatusTable';
