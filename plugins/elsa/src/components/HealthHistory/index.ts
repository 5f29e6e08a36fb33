export { HealthHistory } from './HealthHistory';
