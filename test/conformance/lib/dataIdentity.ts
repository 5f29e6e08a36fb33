import type { KubernetesObject } from './kubernetesObject';
import { nameOf } from './kubernetesObject';
import { list, node } from './nodes';
import { containersOf, podsOf } from './pods';

/** What a rendered environment's data is known by, without a look at its spec. */
export type DataIdentity = ReadonlyMap<string, string>;

/** `17` of `ghcr.io/x/postgresql:17.6-standard`; the file format follows it. */
const majorOf = (image: unknown) =>
  /([^/:]+):v?(\d+)/.exec(String(image))?.slice(1, 3).join(' ') ??
  String(image);

function storageOf(object: KubernetesObject): [string, unknown][] {
  const name = nameOf(object);
  const spec = node(object.spec);
  switch (object.kind) {
    case 'PersistentVolumeClaim':
      return [
        [name, 'claim'],
        [`${name} class`, spec.storageClassName],
        [`${name} bytes`, node(node(spec.resources).requests).storage],
      ];
    case 'StatefulSet': {
      const [container] = list(node(node(spec.template).spec).containers);
      return list(spec.volumeClaimTemplates).flatMap(claim => {
        const claimSpec = node(claim.spec);
        return [
          [name, majorOf(container?.image)],
          [`${name} class`, claimSpec.storageClassName],
          [`${name} bytes`, node(node(claimSpec.resources).requests).storage],
        ] as [string, unknown][];
      });
    }
    case 'Cluster': {
      const { database, owner } = node(node(spec.bootstrap).initdb);
      return [
        [name, majorOf(spec.imageName)],
        [`${name} database`, `${database} of ${owner}`],
        [`${name} class`, node(spec.storage).storageClass],
        [`${name} bytes`, node(spec.storage).size],
      ];
    }
    case 'RabbitmqCluster':
      return [
        [name, 'cluster'],
        [`${name} class`, node(spec.persistence).storageClassName],
        [`${name} bytes`, node(spec.persistence).storage],
      ];
    case 'ObjectStore':
      return [[name, node(spec.configuration).destinationPath]];
    case 'ScheduledBackup':
      return [[`backups of ${name}`, spec.method]];
    default:
      return [];
  }
}

/** Host, database and user of the server's connections; PgBouncer is no place for data. */
function connectionsOf(
  objects: readonly KubernetesObject[],
): [string, unknown][] {
  const servers = objects.filter(
    ({ kind, metadata }) =>
      kind === 'Deployment' &&
      metadata.labels?.['app.kubernetes.io/component'] === 'server',
  );
  return podsOf(servers).flatMap(pod =>
    containersOf(pod).flatMap(container =>
      list(container.env).flatMap(({ value }): [string, unknown][] => {
        const database = /(?:Database|Initial Catalog)=([^;]+)/i.exec(
          String(value),
        )?.[1];
        if (database === undefined) return [];
        const host = /(?:Host|Server)=([^;]+)/i.exec(String(value))?.[1] ?? '';
        const user = /(?:User ?(?:name|id)?|Uid)=([^;]+)/i.exec(
          String(value),
        )?.[1];
        return [
          ['database that Elsa uses', `${database} of ${user}`],
          ...(/-pgbouncer(\.|:|$|,)/.test(host) || !host.includes('.example.')
            ? []
            : [['server that Elsa uses', host] as [string, unknown]]),
        ];
      }),
    ),
  );
}

export function dataIdentityOf(
  objects: readonly KubernetesObject[],
): DataIdentity {
  return new Map(
    [...objects.flatMap(storageOf), ...connectionsOf(objects)].map(
      ([key, value]) => [key, String(value ?? 'default')],
    ),
  );
}
