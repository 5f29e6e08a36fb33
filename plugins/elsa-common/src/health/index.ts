export * from './types';
export { healthRank, worstHealth } from './order';
export { HEALTH_RULES } from './rules';
export { assessObject } from './assessObject';
export {
  OOM_KILLED_LIMIT,
  OOM_KILLED_WINDOW_SECONDS,
  podFailures,
  type PodFailure,
  UNSCHEDULABLE_AFTER_SECONDS,
} from './podFailures';
export { CRITICAL_COMPONENTS, isCriticalComponent } from './reasons';
export { evaluateEnvironment, rollUpEnvironment } from './evaluateEnvironment';
export {
  summarizeAutoscaler,
  summarizeDisruptionBudget,
} from './snapshot/autoscaler';
export { summarizeApplication } from './snapshot/argoCd';
export { summarizeCertificate } from './snapshot/certificates';
export {
  type ImageParts,
  isSameImage,
  parseImage,
  summarizeImages,
} from './snapshot/images';
export { summarizePod } from './snapshot/pods';
export { summarizeStorage } from './snapshot/storage';
export { WORKLOAD_KINDS } from './snapshot/workload';
export { summarizeWorkload, type WorkloadSummary } from './snapshot/workload';
export { securityFindings } from './securityFindings';
