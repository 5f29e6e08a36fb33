export { Glance } from './Glance';
