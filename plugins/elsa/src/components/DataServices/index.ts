export { DataServices } from './DataServices';
