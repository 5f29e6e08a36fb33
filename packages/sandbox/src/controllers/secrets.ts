import { SECOND, timestamp } from '../clock';
import { environmentOf } from '../environmentState';
import type {
  Condition,
  KeyedData,
  KubernetesObject,
  Pod,
} from '../kubernetes/types';
import { isTrue, withCondition } from './conditions';
import type { ControllerContext } from './context';
import { controllerReference } from './ownership';

interface ExternalSecret extends KubernetesObject {
  spec: {
    target?: { name?: string; template?: { data?: Record<string, string> } };
    data?: Array<{ secretKey: string }>;
    dataFrom?: object[];
  };
  status?: { conditions?: Condition[]; refreshTime?: string };
}

/** Values are the same for all, so that nobody takes them for secrets. */
const PLACEHOLDER = Buffer.from('sandbox').toString('base64');
const SYNC_TIME = 2 * SECOND;

function withKeys(
  context: ControllerContext,
  namespace: string | undefined,
  name: string,
  keys: Iterable<string>,
  owner?: KubernetesObject,
): void {
  const { store } = context.cluster;
  const known = store.get<KeyedData>('v1', 'Secret', namespace, name);
  const missing = [...keys].filter(key => !(key in (known?.data ?? {})));
  if (known && missing.length === 0) return;
  store.put<KeyedData>({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name,
      namespace,
      ...(owner && {
        labels: owner.metadata.labels,
        ownerReferences: [controllerReference(owner)],
      }),
      ...known?.metadata,
    },
    type: known?.type ?? 'Opaque',
    data: {
      ...known?.data,
      ...Object.fromEntries(missing.map(key => [key, PLACEHOLDER])),
    },
  });
}

function reconcileExternalSecret(
  context: ControllerContext,
  external: ExternalSecret,
): void {
  const { cluster, now } = context;
  const { name, namespace, creationTimestamp } = external.metadata;
  const isFresh = now < Date.parse(creationTimestamp ?? '') + SYNC_TIME;
  if (isFresh || isTrue(external.status?.conditions, 'Ready')) return;
  const target = external.spec.target;
  const keys = [
    ...(external.spec.data ?? []).map(row => row.secretKey),
    ...Object.keys(target?.template?.data ?? {}),
  ];
  withKeys(context, namespace, target?.name ?? name, keys, external);
  cluster.store.putStatus(external, {
    refreshTime: timestamp(now),
    conditions: withCondition(
      [],
      {
        type: 'Ready',
        status: 'True',
        reason: 'SecretSynced',
        message: 'secret synced',
      },
      now,
    ),
  } as ExternalSecret['status']);
}

/** Secrets that pods name and that no ExternalSecret makes: somebody made them by hand. */
function provideReferencedSecrets(context: ControllerContext): void {
  const { cluster, now } = context;
  const promised = new Set(
    cluster
      .list<ExternalSecret>('external-secrets.io/v1', 'ExternalSecret')
      .map(
        row =>
          `${row.metadata.namespace}/${
            row.spec.target?.name ?? row.metadata.name
          }`,
      ),
  );
  for (const pod of cluster.list<Pod>('v1', 'Pod')) {
    if (!environmentOf(pod)) continue;
    const { namespace, creationTimestamp } = pod.metadata;
    // An operator or a hook of the same release may be about to make it.
    if (now < Date.parse(creationTimestamp ?? '') + SYNC_TIME) continue;
    const provide = (name: string | undefined, keys: string[]) => {
      if (name && !promised.has(`${namespace}/${name}`)) {
        withKeys(context, namespace, name, keys);
      }
    };
    const containers = [
      ...(pod.spec.initContainers ?? []),
      ...pod.spec.containers,
    ];
    for (const { env = [], envFrom = [] } of containers) {
      env.forEach(({ valueFrom }) =>
        provide(valueFrom?.secretKeyRef?.name, [
          valueFrom?.secretKeyRef?.key ?? '',
        ]),
      );
      envFrom.forEach(({ secretRef }) => provide(secretRef?.name, []));
    }
    pod.spec.volumes?.forEach(({ secret }) =>
      provide(secret?.secretName, secret?.items?.map(row => row.key) ?? []),
    );
  }
}

export function reconcileSecrets(context: ControllerContext): void {
  const { cluster } = context;
  cluster
    .list<ExternalSecret>('external-secrets.io/v1', 'ExternalSecret')
    .forEach(external => reconcileExternalSecret(context, external));
  provideReferencedSecrets(context);
}
