import type { HealthRule } from '../types';
import { application } from './application';
import { certificate } from './certificate';
import {
  cloudNativePgBackup,
  cloudNativePgCluster,
  cloudNativePgPooler,
  cloudNativePgScheduledBackup,
} from './cloudNativePg';
import { cronJob } from './cronJob';
import { daemonSet } from './daemonSet';
import { deployment } from './deployment';
import { gateway, httpRoute } from './gatewayApi';
import { horizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { job } from './job';
import { ingress, service } from './network';
import { persistentVolumeClaim } from './persistentVolumeClaim';
import { pod } from './pod';
import { podDisruptionBudget } from './podDisruptionBudget';
import { rabbitmqCluster } from './rabbitmqCluster';
import { replicaSet } from './replicaSet';
import { scaledObject } from './scaledObject';
import { externalSecret, sealedSecret, secretStore } from './secrets';
import { statefulSet } from './statefulSet';
import { volumeSnapshot } from './volumeSnapshot';

/**
 * Rules by `<group>/<kind>` (core kinds by their name alone). Kinds that are
 * not here have no health, as in Argo CD.
 *
 * @public
 */
export const HEALTH_RULES: ReadonlyMap<string, HealthRule> = new Map([
  ['apps/Deployment', deployment],
  ['apps/StatefulSet', statefulSet],
  ['apps/DaemonSet', daemonSet],
  ['apps/ReplicaSet', replicaSet],
  ['Pod', pod],
  ['autoscaling/HorizontalPodAutoscaler', horizontalPodAutoscaler],
  ['networking.k8s.io/Ingress', ingress],
  ['Service', service],
  ['PersistentVolumeClaim', persistentVolumeClaim],
  ['batch/Job', job],
  ['batch/CronJob', cronJob],
  ['policy/PodDisruptionBudget', podDisruptionBudget],
  ['cert-manager.io/Certificate', certificate],
  ['external-secrets.io/ExternalSecret', externalSecret],
  ['external-secrets.io/SecretStore', secretStore],
  ['bitnami.com/SealedSecret', sealedSecret],
  ['gateway.networking.k8s.io/Gateway', gateway],
  ['gateway.networking.k8s.io/HTTPRoute', httpRoute],
  ['postgresql.cnpg.io/Cluster', cloudNativePgCluster],
  ['postgresql.cnpg.io/Pooler', cloudNativePgPooler],
  ['postgresql.cnpg.io/Backup', cloudNativePgBackup],
  ['postgresql.cnpg.io/ScheduledBackup', cloudNativePgScheduledBackup],
  ['rabbitmq.com/RabbitmqCluster', rabbitmqCluster],
  ['snapshot.storage.k8s.io/VolumeSnapshot', volumeSnapshot],
  ['keda.sh/ScaledObject', scaledObject],
  ['argoproj.io/Application', application],
]);
