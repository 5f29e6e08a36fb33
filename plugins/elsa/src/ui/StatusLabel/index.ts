export { StatusLabel } from './StatusLabel';
export { HealthLabel } from './HealthLabel';
export { SloStateLabel, SLO_STATE_KEYS } from './SloStateLabel';
