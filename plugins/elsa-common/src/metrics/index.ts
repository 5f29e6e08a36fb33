export {
  anyOf as promqlAnyOf,
  escapeRegularExpression,
  labelName as promqlLabelName,
  type LabelMatcher,
  type MatchOperator,
  metricName as promqlMetricName,
  quotePromQL,
  rangeWindow as promqlRangeWindow,
  selector as promqlSelector,
  WINDOW_PLACEHOLDER,
} from './promql';
export * from './types';
export * from './profiles';
export * from './identity';
export { bucketBoundsSeconds, nearestBuckets } from './buckets';
export {
  buildSloQueries,
  errorRatioExpression,
  probeLabels,
} from './sloQueries';
export * from './rawQueries';
export * from './recordedQueries';
export * from './volumeQueries';
