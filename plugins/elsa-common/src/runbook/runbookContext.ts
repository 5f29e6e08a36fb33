import type {
  ComponentName,
  EnvironmentStatus,
  HealthReason,
} from '../contract';
import type { RunbookContext, RunbookDatabase, RunbookFact } from './types';

type KnownEnvironment = Pick<
  EnvironmentStatus,
  'name' | 'namespace' | 'components' | 'links' | 'certificates' | 'argoCd'
>;

function databaseKindOf(
  kind: string | undefined,
  name: string,
): RunbookDatabase {
  if (kind === 'Cluster') return 'cloudnative-pg';
  if (kind !== 'StatefulSet') return 'external';
  if (name.endsWith('-sqlserver')) return 'sqlserver';
  return name.endsWith('-mysql') ? 'mysql' : 'postgresql';
}

function hostOf(links: EnvironmentStatus['links']): string | undefined {
  const url = links.find(({ kind }) => kind === 'server')?.url;
  try {
    return url === undefined ? undefined : new URL(url).host;
  } catch {
    // A link that is no URL gives no host; the command keeps its placeholder.
    return undefined;
  }
}

/** Components that run as a StatefulSet where they are embedded. */
const EMBEDDED: ReadonlyArray<[component: ComponentName, fact: RunbookFact]> = [
  ['database', 'embedded-database'],
  ['redis', 'embedded-redis'],
  ['redis', 'redis-locks'],
  ['rabbitmq', 'embedded-rabbitmq'],
];

/** A status without components tells nothing, neither does one of which nobody read the workload. */
function unusedFacts({
  components,
}: Pick<KnownEnvironment, 'components'>): RunbookFact[] {
  if (components.length === 0) return [];
  return EMBEDDED.filter(([name]) => {
    const component = components.find(other => other.name === name);
    if (!component) return true;
    const kind = component.workload?.kind;
    return kind !== undefined && kind !== 'StatefulSet';
  }).map(([, fact]) => fact);
}

/**
 * What a runbook's commands need to know, from an environment's status and the
 * reason that is looked at.
 *
 * @public
 */
export function runbookContext(
  status: KnownEnvironment,
  reason?: Pick<HealthReason, 'evidence' | 'component'>,
): RunbookContext {
  const componentOf = (name: ComponentName) =>
    status.components.find(component => component.name === name);
  const workloadOf = (name: ComponentName) => componentOf(name)?.workload?.name;
  const database = componentOf('database')?.workload;
  const object = reason?.evidence?.object;
  const firstPod = (reason && componentOf(reason.component))?.pods.find(
    ({ isReady }) => !isReady,
  );
  const pod = object?.kind === 'Pod' ? object.name : firstPod?.name;
  const container = reason?.evidence?.container;
  return {
    environment: status.name,
    namespace: status.namespace,
    kind: object?.kind,
    name: object?.name,
    objectNamespace: object?.namespace,
    pod,
    container,
    server: workloadOf('server'),
    studio: workloadOf('studio'),
    database: database?.name,
    databaseKind: databaseKindOf(database?.kind, database?.name ?? ''),
    redis: workloadOf('redis'),
    rabbitmq: workloadOf('rabbitmq'),
    autoscaler: componentOf('server')?.autoscaler?.name,
    certificate: status.certificates.find(({ isReady }) => !isReady)?.name,
    host: hostOf(status.links),
    application: status.argoCd?.application,
    applicationNamespace: status.argoCd?.namespace,
    unused: unusedFacts(status),
  };
}
