export {
  escapeRegularExpression,
  type LabelMatcher,
  type MatchOperator,
  metricName as promqlMetricName,
  selector as promqlSelector,
  WINDOW_PLACEHOLDER,
} from './promql';
export * from './types';
export * from './profiles';
export * from './identity';
export { bucketBoundsSeconds } from './buckets';
export { buildSloQueries, errorRatioExpression } from './sloQueries';
export * from './rawQueries';
export * from './recordedQueries';
export * from './volumeQueries';
