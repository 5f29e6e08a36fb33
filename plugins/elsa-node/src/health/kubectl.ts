import { execFile, type ExecFileException } from 'child_process';
import { InputError } from '@backstage/errors';
import { LARGEST_INPUT_BYTES, parseObjects } from './parseObjects';

/** Whose word counts: the context, the namespace and the labels to look at. */
export interface ClusterOptions {
  /** The binary. */
  kubectl: string;
  context?: string;
  namespace?: string;
  selector?: string;
}

/** What was read, and which kinds were not. */
export interface ClusterObjects {
  objects: Record<string, unknown>[];
  unreadable: number;
  unread: { kind: string; message: string }[];
}

/** Nothing can be said without these. */
const ESSENTIAL_KINDS = [
  'deployments.apps',
  'statefulsets.apps',
  'replicasets.apps',
  'pods',
];

/** Read where the cluster has them. Secrets and ConfigMaps never are. */
const OTHER_KINDS = [
  'daemonsets.apps',
  'jobs.batch',
  'cronjobs.batch',
  'persistentvolumeclaims',
  'services',
  'ingresses.networking.k8s.io',
  'horizontalpodautoscalers.autoscaling',
  'poddisruptionbudgets.policy',
  'gateways.gateway.networking.k8s.io',
  'httproutes.gateway.networking.k8s.io',
  'certificates.cert-manager.io',
  'externalsecrets.external-secrets.io',
  'secretstores.external-secrets.io',
  'sealedsecrets.bitnami.com',
  'clusters.postgresql.cnpg.io',
  'poolers.postgresql.cnpg.io',
  'backups.postgresql.cnpg.io',
  'scheduledbackups.postgresql.cnpg.io',
  'rabbitmqclusters.rabbitmq.com',
  'scaledobjects.keda.sh',
  'volumesnapshots.snapshot.storage.k8s.io',
];

/** A cluster that does not answer must not use up all the time there is. */
const TIMEOUT_MS = 60_000;

/** Each is a process, and the machine is somebody's laptop or a small runner. */
const AT_ONCE = 4;

/**
 * The user's own view of a cluster: kubectl with their context and their
 * permissions.
 *
 * @throws InputError when kubectl cannot read what nothing can be said without
 */
export async function readCluster(
  options: ClusterOptions,
): Promise<ClusterObjects> {
  const served = await run(options, ['api-resources', '--output=name']);
  const names = new Set(served.split(/\s+/));
  const kinds = [
    ...ESSENTIAL_KINDS,
    ...OTHER_KINDS.filter(kind => names.has(kind)),
  ];
  const result: ClusterObjects = { objects: [], unreadable: 0, unread: [] };
  for (let index = 0; index < kinds.length; index += AT_ONCE) {
    await Promise.all(
      kinds
        .slice(index, index + AT_ONCE)
        .map(kind => readKind(options, kind, result)),
    );
  }
  await Promise.all([
    readDetail(options, result, 'events', '--field-selector=type=Warning'),
    ...(options.namespace
      ? [readDetail(options, result, `namespace/${options.namespace}`)]
      : []),
  ]);
  return result;
}

/** What says why, where it may be read; the verdict does not depend on it. */
async function readDetail(
  options: ClusterOptions,
  result: ClusterObjects,
  ...what: string[]
): Promise<void> {
  const inNamespace = options.namespace
    ? [`--namespace=${options.namespace}`]
    : [];
  const text = await run(options, [
    'get',
    ...what,
    '--output=json',
    ...inNamespace,
  ]).catch((error: unknown) => {
    if (error instanceof InputError) return undefined;
    throw error;
  });
  if (text !== undefined) {
    result.objects.push(...parseObjects(text, 'kubectl').objects);
  }
}

async function readKind(
  options: ClusterOptions,
  kind: string,
  result: ClusterObjects,
): Promise<void> {
  try {
    const text = await run(options, [
      'get',
      kind,
      '--output=json',
      ...(options.namespace ? [`--namespace=${options.namespace}`] : []),
      ...(options.selector ? [`--selector=${options.selector}`] : []),
    ]);
    const { objects, unreadable } = parseObjects(text, kind);
    result.objects.push(...objects);
    result.unreadable += unreadable;
  } catch (error) {
    if (ESSENTIAL_KINDS.includes(kind) || !(error instanceof InputError)) {
      throw error;
    }
    result.unread.push({ kind, message: error.message });
  }
}

function run(options: ClusterOptions, args: string[]): Promise<string> {
  const { kubectl, context } = options;
  return new Promise((resolve, reject) => {
    execFile(
      kubectl,
      [...(context ? [`--context=${context}`] : []), ...args],
      { maxBuffer: LARGEST_INPUT_BYTES, timeout: TIMEOUT_MS },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout);
        } else {
          reject(new InputError(describe(kubectl, error, stderr)));
        }
      },
    );
  });
}

function describe(
  kubectl: string,
  error: ExecFileException,
  stderr: string,
): string {
  if (error.code === 'ENOENT') {
    return `${kubectl} was not found; install kubectl or name it with --kubectl`;
  }
  if (error.killed) {
    return `kubectl had no answer after ${TIMEOUT_MS / 1000} seconds`;
  }
  // The last line is the error; those before it are warnings and retries.
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return said.replace(/\.$/, '') || `kubectl failed: ${error.message}`;
}
