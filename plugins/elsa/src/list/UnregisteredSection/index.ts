export { UnregisteredSection } from './UnregisteredSection';
