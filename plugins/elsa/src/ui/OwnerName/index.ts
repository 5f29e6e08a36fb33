export { OwnerName } from './OwnerName';
