/* eslint-disable max-lines -- a table of runbook entries */
import {
  allEvents,
  cnpg,
  cnpgPsql,
  kubectl,
  listPods,
  mysql,
  previousLogs,
  psql,
  restartServer,
  serverLogs,
} from '../commands';
import type { RunbookTemplate } from '../types';

const CONNECTIONS_BY_STATE =
  'SELECT usename, application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3 ORDER BY 4 DESC';
const EARLIER_CHART =
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.';
const CONNECTION_LIMIT = 'SHOW max_connections';
const ADVISORY_LOCKS =
  "SELECT l.pid, l.granted, a.application_name, a.state, now() - a.state_change AS since FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' ORDER BY since DESC";

export const databaseEntries: readonly RunbookTemplate[] = [
  {
    id: 'database-connection',
    title: 'The server cannot connect to its database',
    meaning:
      'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.',
    steps: [
      {
        text: 'Read the exact error from the last start.',
        command: previousLogs,
      },
      {
        text: 'Check that the database responds.',
        command: psql('SELECT version()'),
        databases: ['postgresql'],
      },
      {
        text: "Check the cluster's state and its primary.",
        command: kubectl('get', 'cluster.postgresql.cnpg.io/{database}'),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'Check that the database responds.',
        command: mysql('SELECT version()'),
        databases: ['mysql'],
      },
      {
        text: 'Check that the database runs and is ready.',
        command: kubectl('get', 'statefulset/{database}'),
        databases: ['sqlserver'],
      },
      {
        text: 'Check that its Service has ready addresses.',
        command: kubectl(
          'get',
          'endpointslices',
          '--selector=kubernetes.io/service-name={database}',
        ),
        databases: ['postgresql', 'sqlserver', 'mysql'],
      },
      {
        text: 'Check the provider and the setting names. Values from Secrets are shown as references.',
        command: kubectl('describe', 'deployment/{server}'),
      },
      {
        text: 'Running pods pick up a rotated password only after a restart.',
        command: restartServer,
      },
      {
        text: 'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.',
      },
    ],
  },
  {
    id: 'database-cluster',
    title: 'The PostgreSQL cluster is unhealthy',
    meaning:
      'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.',
    steps: [
      {
        text: 'Check the phase, conditions and current primary.',
        command: kubectl('describe', 'cluster.postgresql.cnpg.io/{database}'),
      },
      {
        text: 'List the instances and their roles.',
        command: kubectl(
          'get',
          'pods',
          '--selector=cnpg.io/cluster={database}',
          '--label-columns=cnpg.io/instanceRole',
        ),
      },
      {
        text: 'Read replication lag and archiving (needs the cnpg plugin of kubectl).',
        command: cnpg('status'),
      },
      {
        text: 'A pooler waits for its cluster and its Secrets. Read why in its status.',
        command: kubectl('describe', 'poolers.postgresql.cnpg.io'),
      },
      { text: 'List the warnings in the namespace.', command: allEvents },
    ],
  },
  {
    id: 'migration',
    title: 'A database migration fails',
    meaning:
      'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.',
    steps: [
      {
        text: 'Find the migration that failed.',
        command: previousLogs,
      },
      {
        text: 'If a Job runs the migration, read its log.',
        command: kubectl(
          'logs',
          '--selector=app.kubernetes.io/instance={environment},batch.kubernetes.io/job-name',
          '--tail=200',
        ),
      },
      {
        text: 'See which migrations were applied.',
        command: psql(
          'SELECT * FROM \\"Elsa\\".\\"__EFMigrationsHistory\\" ORDER BY 1 DESC LIMIT 10',
        ),
        databases: ['postgresql'],
      },
      {
        text: 'See which migrations were applied.',
        command: cnpgPsql(
          'SELECT * FROM "Elsa"."__EFMigrationsHistory" ORDER BY 1 DESC LIMIT 10',
        ),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'Let a single pod run the migration.',
        command: kubectl('scale', 'deployment/{server}', '--replicas=1'),
      },
      {
        text: 'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.',
      },
    ],
  },
  {
    id: 'pool-exhaustion',
    title: 'The database runs out of connections',
    meaning:
      'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.',
    steps: [
      {
        text: 'Count the connections and see who holds them.',
        command: psql(CONNECTIONS_BY_STATE),
        databases: ['postgresql'],
      },
      {
        text: 'Count the connections and see who holds them.',
        command: cnpgPsql(CONNECTIONS_BY_STATE),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'Count the connections.',
        command: mysql("SHOW STATUS LIKE 'Threads_connected'"),
        databases: ['mysql'],
      },
      {
        text: 'Compare with the limit.',
        command: mysql("SHOW VARIABLES LIKE 'max_connections'"),
        databases: ['mysql'],
      },
      {
        text: 'Compare with the limit.',
        command: psql(CONNECTION_LIMIT),
        databases: ['postgresql'],
      },
      {
        text: 'Compare with the limit.',
        command: cnpgPsql(CONNECTION_LIMIT),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'See how many pods share the limit.',
        command: listPods,
      },
      {
        text: "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.",
      },
      {
        text: 'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.',
      },
    ],
  },
  {
    id: 'locks',
    title: 'Distributed locks cannot be acquired',
    meaning:
      'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.',
    steps: [
      {
        text: 'See which sessions wait for locks and which hold them.',
        command: psql(ADVISORY_LOCKS),
        databases: ['postgresql'],
        facts: ['postgresql-locks'],
      },
      {
        text: 'See which sessions wait for locks and which hold them.',
        command: cnpgPsql(ADVISORY_LOCKS),
        databases: ['cloudnative-pg'],
        facts: ['postgresql-locks'],
      },
      {
        text: 'With Redis locks: keys must never be evicted (noeviction).',
        facts: ['redis-locks'],
        command: kubectl(
          'exec',
          'statefulset/{redis}',
          '--',
          'sh',
          '-c',
          'redis-cli config get maxmemory-policy || valkey-cli config get maxmemory-policy',
        ),
      },
      { text: 'Find out which lock times out.', command: serverLogs },
      {
        facts: ['postgresql-locks'],
        text: 'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.',
      },
    ],
  },
  {
    id: 'backup',
    title: 'Backups are missing or failing',
    meaning:
      'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.',
    steps: [
      {
        text: 'List the schedules and last runs.',
        command: kubectl('get', 'cronjobs'),
        databases: ['postgresql', 'sqlserver', 'mysql', 'external'],
      },
      {
        text: 'List the runs, newest last.',
        command: kubectl(
          'get',
          'jobs',
          '--selector=app.kubernetes.io/component=backup',
          '--sort-by=.metadata.creationTimestamp',
        ),
        databases: ['postgresql', 'sqlserver', 'mysql', 'external'],
      },
      {
        text: 'Read the logs of the runs that still exist.',
        command: kubectl(
          'logs',
          '--selector=app.kubernetes.io/component=backup,app.kubernetes.io/instance={environment}',
          '--tail=100',
        ),
        databases: ['postgresql', 'sqlserver', 'mysql', 'external'],
      },
      {
        text: 'List the backups and their errors.',
        command: kubectl(
          'get',
          'backups.postgresql.cnpg.io,scheduledbackups.postgresql.cnpg.io',
        ),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.',
        command: cnpg('status'),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.',
      },
      { text: 'After the fix, run a backup and test a restore.' },
    ],
  },
  {
    id: 'volume-claim',
    title: 'A volume claim is not bound',
    meaning:
      'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.',
    steps: [
      {
        text: 'Find out why it is pending.',
        command: kubectl('describe', 'persistentvolumeclaim/{claim}'),
      },
      {
        text: 'Check the storage classes and which is the default.',
        command: ['kubectl', 'get', 'storageclasses'],
      },
      {
        text: 'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.',
        command: ['kubectl', 'get', 'persistentvolumes'],
      },
    ],
  },
  {
    id: 'volume-resize',
    title: 'A volume cannot be resized',
    meaning:
      'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.',
    steps: [
      {
        text: 'Read what the storage system answers (conditions and events of the claim).',
        command: kubectl('describe', 'persistentvolumeclaim/{claim}'),
      },
      {
        text: 'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).',
        command: ['kubectl', 'get', 'storageclasses'],
      },
      {
        text: 'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.',
      },
    ],
  },
  {
    id: 'volume-full',
    title: 'A volume is nearly full',
    meaning:
      'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.',
    steps: [
      {
        text: 'See what uses the space.',
        command: psql(
          'SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class ORDER BY pg_total_relation_size(oid) DESC LIMIT 10',
        ),
        databases: ['postgresql'],
      },
      {
        text: 'See what uses the space.',
        command: cnpgPsql(
          'SELECT relname, pg_size_pretty(pg_total_relation_size(oid)) FROM pg_class ORDER BY pg_total_relation_size(oid) DESC LIMIT 10',
        ),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).',
        command: ['kubectl', 'get', 'storageclasses'],
      },
      {
        text: 'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.',
        command: kubectl('describe', 'persistentvolumeclaim/{claim}'),
      },
      {
        text: 'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.',
      },
      {
        text: EARLIER_CHART,
        command: kubectl(
          'delete',
          'statefulset/{statefulSet}',
          '--cascade=orphan',
        ),
        facts: ['embedded-database'],
      },
      {
        text: EARLIER_CHART,
        command: kubectl('delete', 'statefulset/{redis}', '--cascade=orphan'),
        facts: ['embedded-redis'],
      },
      {
        text: EARLIER_CHART,
        command: kubectl(
          'delete',
          'statefulset/{rabbitmq}',
          '--cascade=orphan',
        ),
        facts: ['embedded-rabbitmq'],
      },
    ],
  },
];
