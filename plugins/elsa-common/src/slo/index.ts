export {
  budgetMinutes,
  burnRate,
  consumedBudget,
  errorBudget,
  exhaustionSeconds,
  isObjective,
  remainingBudget,
  toErrorRatio,
} from './budget';
export * from './burnRates';
export * from './charts';
export * from './counters';
export * from './duration';
export * from './evaluateSlo';
export * from './recordedSlos';
