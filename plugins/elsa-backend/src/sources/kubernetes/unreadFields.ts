import { fieldNames } from '../http';

/**
 * Lists and objects in Kubernetes objects that no health rule reads. They are
 * two thirds of what clusters answer.
 */
export const UNREAD_FIELDS = fieldNames([
  'managedFields',
  // Of containers.
  'env',
  'envFrom',
  'volumeMounts',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
  // Of pods.
  'volumes',
  'securityContext',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  // Of Argo CD's Applications.
  'history',
  'syncResult',
]);
