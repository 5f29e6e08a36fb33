import {
  connectionPools,
  exposureProfileOf,
  hostProfiles,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Spec } from '../files/types';

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

function exposureText({ exposure }: Spec): string {
  const { title } = exposureProfileOf(exposure);
  if (exposure.kind === 'none') return title;
  return exposure.tls.enabled
    ? `${title}, ${TLS_SOURCES[exposure.tls.source]}`
    : `${title}, without TLS`;
}

function hostText({ host }: Spec): string {
  const { title, isClustered } = hostProfiles[host.profile];
  return `${host.profile}: ${title}, ${
    isClustered ? 'rolling update' : 'one replica, recreated on each rollout'
  }`;
}

function poolText(spec: Spec): string {
  const pools = connectionPools(spec, hostProfiles[spec.host.profile]);
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

function dataFacts(spec: Spec): Fact[] {
  const { backup, database, server } = spec;
  return [
    ...(database.provider === 'sqlite'
      ? []
      : [{ topic: 'Database connections', choice: poolText(spec) }]),
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
export function facts(spec: Spec): Fact[] {
  return [
    { topic: 'Host profile', choice: hostText(spec) },
    { topic: 'Reached by', choice: exposureText(spec) },
    ...dataFacts(spec),
    ...clusterFacts(spec),
  ];
}
