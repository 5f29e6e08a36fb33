export { SloPanel } from './SloPanel';
export { useBudgetText } from './useBudgetText';
