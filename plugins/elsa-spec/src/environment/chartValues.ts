import { backupValues, veleroValues } from '../sections/backup/values';
import { databaseValues } from '../sections/database/values';
import { exposureValues, ingressValues } from '../sections/exposure/values';
import { hostValues } from '../sections/host/values';
import { meshValues } from '../sections/mesh/values';
import { monitoringValues } from '../sections/monitoring/values';
import { pgbouncerValues } from '../sections/pgbouncer/values';
import { rabbitmqValues } from '../sections/rabbitmq/values';
import { redisValues } from '../sections/redis/values';
import { secretsValues } from '../sections/secrets/values';
import { securityValues } from '../sections/security/values';
import { serverValues } from '../sections/server/values';
import { storageValues } from '../sections/storage/values';
import { studioValues } from '../sections/studio/values';
import type { Environment } from '../sections/Environment';
import type { Values } from '../sections/Values';

/**
 * Values of the chart for one environment, before the chart's schema has seen
 * them.
 *
 * @public
 */
export function chartValues(environment: Environment): Values {
  const { spec } = environment;
  return {
    global: {
      imagePullSecrets: spec.host.imagePullSecrets,
      storageClass: spec.storage.storageClass ?? '',
      labels: spec.extra.labels,
      annotations: spec.extra.annotations,
    },
    environment: {
      name: spec.metadata.name,
      owner: spec.owner,
      entity: `component:default/${spec.metadata.name}`,
      lifecycle: spec.lifecycle,
      cluster: spec.target.cluster,
    },
    argocd: { syncWaves: spec.delivery.argocd.enabled },
    host: hostValues(environment),
    elsaServer: serverValues(environment),
    elsaStudio: studioValues(environment),
    ...databaseValues(environment),
    pgbouncer: pgbouncerValues(environment),
    redis: redisValues(environment),
    rabbitmq: rabbitmqValues(environment),
    backup: backupValues(environment),
    storage: storageValues(environment),
    velero: veleroValues(environment),
    migration: { enabled: spec.host.migrationArguments !== undefined },
    exposure: exposureValues(environment),
    ingress: ingressValues(environment),
    mesh: meshValues(environment),
    ...securityValues(environment),
    secrets: secretsValues(environment),
    ...monitoringValues(environment),
    // `helm test` runs in releases of Helm only; elsewhere its pods' policy would be left over.
    ...(spec.delivery.packaging === 'kustomize' && {
      tests: { enabled: false },
    }),
    extraObjects: spec.extra.objects,
  };
}
