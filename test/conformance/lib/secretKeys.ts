import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import { type KubernetesObject, nameOf } from './kubernetesObject';
import { isNode, list, node, type Node } from './nodes';

/** A key of a Secret that an object reads. */
interface NeededKey {
  reader: string;
  secret: string;
  key: string;
}

/** Fields under which kinds other than pods name `{ name, key }` of a Secret. */
const CREDENTIALS = /^(s3|azure|google)Credentials$/;

function isKeyReference(
  value: unknown,
): value is { name: string; key: string } {
  return (
    isNode(value) &&
    typeof value.name === 'string' &&
    typeof value.key === 'string'
  );
}

/** `secretKeyRef` of anything, items of mounted Secrets, and credentials of an ObjectStore. */
function findKeys(
  value: unknown,
  field = '',
): Array<Omit<NeededKey, 'reader'>> {
  if (Array.isArray(value)) return value.flatMap(item => findKeys(item, field));
  if (!isNode(value)) return [];
  if (field === 'secretKeyRef' && isKeyReference(value)) {
    return [{ secret: value.name, key: value.key }];
  }
  if (typeof value.secretName === 'string' && Array.isArray(value.items)) {
    const { secretName } = value;
    return list(value.items).map(({ key }) => ({
      secret: secretName,
      key: String(key),
    }));
  }
  if (CREDENTIALS.test(field)) {
    return Object.values(value)
      .filter(isKeyReference)
      .map(({ name, key }) => ({ secret: name, key }));
  }
  return Object.entries(value).flatMap(([name, item]) => findKeys(item, name));
}

/** Keys of Secrets that operators make, as their documentation names them. */
const BY_OPERATOR: Record<string, Record<string, readonly string[]>> = {
  Cluster: {
    app: ['username', 'password', 'host', 'port', 'dbname', 'uri'],
    ca: ['ca.crt'],
  },
  RabbitmqCluster: {
    'default-user': [
      'username',
      'password',
      'host',
      'port',
      'connection_string',
    ],
  },
};

function keysOfExternalSecret(spec: Node): string[] {
  return [
    ...list(spec.data).map(({ secretKey }) => String(secretKey)),
    ...list(spec.dataFrom)
      .flatMap(({ rewrite }) => list(rewrite))
      .map(({ regexp }) => String(node(regexp).target)),
  ];
}

/** Keys by Secret, of the Secrets that the manifests bring about. */
function producedKeys(
  objects: readonly KubernetesObject[],
): Map<string, Set<string>> {
  const produced = new Map<string, Set<string>>();
  const add = (secret: string, keys: readonly string[]) =>
    produced.set(secret, new Set([...(produced.get(secret) ?? []), ...keys]));
  for (const { kind, metadata, ...object } of objects) {
    const spec = node(object.spec);
    if (kind === 'ExternalSecret') {
      add(
        String(node(spec.target).name ?? metadata.name),
        keysOfExternalSecret(spec),
      );
    }
    if (kind === 'SealedSecret') {
      add(metadata.name, Object.keys(node(spec.encryptedData)));
    }
    for (const [suffix, keys] of Object.entries(BY_OPERATOR[kind] ?? {})) {
      add(`${metadata.name}-${suffix}`, keys);
    }
  }
  return produced;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether the README says that somebody has to make this key, by a command or in the table of what is needed. */
function isNamed(readme: string, { secret, key }: NeededKey): boolean {
  const name = escaped(secret);
  const command = new RegExp(
    `create secret generic ${name} (?:.*\\\\\\n)*.*--from-(?:literal|file)=${escaped(key)}=`,
  );
  const row = new RegExp(
    `Secret ${name} with keys? (?:[^|]*, )?${escaped(key)}(?:,| *\\|)`,
  );
  return command.test(readme) || row.test(readme);
}

/** Keys that objects read and that neither the manifests make nor the README asks for. */
export function secretKeyProblems(
  objects: readonly KubernetesObject[],
  files: readonly GeneratedFile[],
): string[] {
  const readme = files.find(({ path }) => path === 'README.md')?.content ?? '';
  const produced = producedKeys(objects);
  return objects
    .flatMap(object =>
      findKeys(object.spec).map(needed => ({
        ...needed,
        reader: nameOf(object),
      })),
    )
    .filter(needed => {
      const made = produced.get(needed.secret);
      return made ? !made.has(needed.key) : !isNamed(readme, needed);
    })
    .map(
      ({ reader, secret, key }) =>
        `${reader} reads ${key} of Secret ${secret}, which nothing makes and the README does not name`,
    );
}
