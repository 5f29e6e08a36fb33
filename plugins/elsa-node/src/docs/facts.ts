import {
  connectionPools,
  type HostProfile,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment, Spec } from '../files/types';

/** A choice of the spec, for its readers. */
export interface Fact {
  topic: string;
  choice: string;
}

const TLS_SOURCES = {
  'cert-manager': 'certificate by cert-manager',
  secret: 'certificate from a Secret',
  edge: 'certificate of the edge',
};

const BACKUP_METHODS = {
  dump: 'dump by CronJob',
  'volume-snapshot': 'volume snapshots by CloudNativePG',
  'object-store': 'CloudNativePG to an object store',
};

function exposureText({ spec: { exposure }, profiles }: Environment): string {
  const { title } = profiles.exposure;
  if (exposure.kind === 'none') return title;
  return exposure.tls.enabled
    ? `${title}, ${TLS_SOURCES[exposure.tls.source]}`
    : `${title}, without TLS`;
}

function hostText({ id, title, isClustered }: HostProfile): string {
  return `${id}: ${title}, ${
    isClustered ? 'rolling update' : 'one replica, recreated on each rollout'
  }`;
}

function poolText({ spec, profiles }: Environment): string {
  const pools = connectionPools(spec, profiles.host);
  return `up to ${pools.used} of ${spec.database.maxConnections} from ${
    pools.pods
  } server ${pools.pods === 1 ? 'pod' : 'pods'}${
    spec.pgbouncer.enabled
      ? ` through PgBouncer (${spec.pgbouncer.poolMode} pooling)`
      : ''
  }`;
}

function backupText({ method, ...backup }: Spec['backup']): string {
  const kept =
    method === 'volume-snapshot'
      ? 'until someone deletes them'
      : `${backup.retentionDays} days`;
  return `${BACKUP_METHODS[method]}, "${backup.schedule}" ${backup.timeZone}, kept ${kept}`;
}

function dataFacts(environment: Environment): Fact[] {
  const { backup, server } = environment.spec;
  return [
    ...(environment.profiles.database.isServer
      ? [{ topic: 'Database connections', choice: poolText(environment) }]
      : []),
    ...(server.locks
      ? [{ topic: 'Distributed locks', choice: server.locks }]
      : []),
    ...(backup.enabled
      ? [{ topic: 'Backup', choice: backupText(backup) }]
      : []),
  ];
}

function clusterFacts({ mesh, monitoring, security }: Spec): Fact[] {
  return [
    ...(mesh.kind === 'none'
      ? []
      : [{ topic: 'Service mesh', choice: mesh.kind }]),
    {
      topic: 'Network policies',
      choice: security.networkPolicy.enabled
        ? 'everything denied except what is needed'
        : 'none',
    },
    { topic: 'Pod security', choice: security.podSecurity },
    ...(monitoring.metricProfile && monitoring.enabled
      ? [{ topic: 'Requests counted by', choice: monitoring.metricProfile }]
      : []),
  ];
}

/** Choices that somebody asks about later, and only those that were made. */
export function facts(environment: Environment): Fact[] {
  return [
    { topic: 'Host profile', choice: hostText(environment.profiles.host) },
    { topic: 'Reached by', choice: exposureText(environment) },
    ...dataFacts(environment),
    ...clusterFacts(environment.spec),
  ];
}
