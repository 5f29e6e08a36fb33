export {
  burnRate,
  errorBudget,
  exhaustionSeconds,
  isObjective,
} from './budget';
export * from './burnRates';
export * from './charts';
export * from './duration';
export * from './evaluateSlo';
export * from './recordedSlos';
