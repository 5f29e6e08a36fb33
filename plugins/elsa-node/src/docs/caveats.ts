import type { Environment, Spec } from '../files/types';

/** A sentence for the README, with the command that it ends in. */
export interface CaveatDocument {
  text: string;
  /** Empty when there is nothing to type. */
  command: string;
}

interface Caveat {
  text: string;
  command?: (spec: Spec) => string;
  applies: (spec: Spec) => boolean;
}

const keepsSnapshots = ({ backup }: Spec) =>
  backup.enabled && backup.method === 'volume-snapshot';

/** What nobody would guess from the manifests, beside what the host profile says. */
const CAVEATS: Caveat[] = [
  {
    text: 'This version of Elsa lets anyone who can reach the server sign in as an administrator and run code on it. The networks under exposure.allowedSources are all that keeps others out, and the edge has to see the real address of its clients (externalTrafficPolicy: Local, or the PROXY protocol). Move to Elsa 3.9.0.',
    applies: ({ security }) => security.acknowledge.length > 0,
  },
  {
    text: 'CloudNativePG never deletes volume snapshots, so you have to delete old ones yourself. Oldest first:',
    command: ({ metadata, target }) =>
      `kubectl get volumesnapshots --namespace ${target.namespace} --selector cnpg.io/cluster=${metadata.name}-postgresql --sort-by .metadata.creationTimestamp`,
    applies: keepsSnapshots,
  },
  {
    text: 'A snapshot restores the database only to the time it was taken. For point-in-time recovery, use backup.method: object-store, which also archives the write-ahead log.',
    applies: keepsSnapshots,
  },
  {
    text: 'Backups are written with the cloud identity of this ServiceAccount, which needs access to the object store:',
    command: ({ metadata, target }) =>
      `kubectl describe serviceaccount ${metadata.name}-postgresql --namespace ${target.namespace}`,
    applies: ({ backup }) =>
      backup.enabled &&
      backup.method === 'object-store' &&
      backup.objectStore?.destinationPath !== undefined &&
      backup.objectStore.useWorkloadIdentity,
  },
];

/** What to know before relying on the environment, most general first. */
export function caveats({ spec, profiles }: Environment): CaveatDocument[] {
  return [
    ...profiles.host.caveats.map(text => ({
      text,
      command: '',
    })),
    ...CAVEATS.filter(({ applies }) => applies(spec)).map(
      ({ text, command }) => ({ text, command: command?.(spec) ?? '' }),
    ),
  ];
}
