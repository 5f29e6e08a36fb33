export { EnvironmentTotals } from './EnvironmentTotals';
