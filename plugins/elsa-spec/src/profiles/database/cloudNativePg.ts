import type { DatabasePlace } from './types';

/** A cluster of the CloudNativePG operator, which makes its own Secret and takes its own backups. */
export const cloudNativePg = (): DatabasePlace => ({
  modeText: 'databaseOperator',
  where: 'by CloudNativePG',
  isOwn: true,
  isStatefulSet: false,
  isReplicated: true,
  hasPodMonitor: true,
  secretKeys: [],
  object: {
    suffix: '-postgresql',
    limit: 49,
    what: 'the CloudNativePG cluster',
  },
  alertFacts: ['cnpgMetrics'],
  backupMethods: ['volume-snapshot', 'object-store'],
  operator: { title: 'CloudNativePG', runs: ['postgresql'] },
  operatorReleases: [
    { release: '14', tag: '14.19-standard-bookworm' },
    { release: '15', tag: '15.14-standard-bookworm' },
    { release: '16', tag: '16.10-standard-bookworm' },
    { release: '17', tag: '17.6-standard-bookworm' },
    { release: '18', tag: '18.0-standard-bookworm' },
  ],
  runbook: 'cloudnative-pg',
  need: () => ({
    what: 'CloudNativePG 1.27 or later',
    why: 'the PostgreSQL cluster',
    check: 'kubectl get crd clusters.postgresql.cnpg.io',
  }),
});
