export { NotDeployed } from './NotDeployed';
