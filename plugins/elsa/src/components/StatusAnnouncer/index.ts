export { StatusAnnouncer } from './StatusAnnouncer';
