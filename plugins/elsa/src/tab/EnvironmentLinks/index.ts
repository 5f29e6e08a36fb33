export { EnvironmentLinks } from './EnvironmentLinks';
