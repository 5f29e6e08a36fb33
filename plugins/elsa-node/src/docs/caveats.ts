import { hostProfiles } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Spec } from '../generate/types';

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
    text: 'This version of Elsa lets anybody who reaches the server in as an administrator, who runs code in it. The networks under exposure.allowedSources are all that keeps others out, and the edge has to see the real address of its clients (externalTrafficPolicy: Local, or the PROXY protocol). Move to Elsa 3.9.0.',
    applies: ({ security }) => security.acknowledge.length > 0,
  },
  {
    text: 'CloudNativePG never deletes volume snapshots; somebody has to delete the old ones. The oldest stand first:',
    command: ({ metadata, target }) =>
      `kubectl get volumesnapshots --namespace ${target.namespace} --selector cnpg.io/cluster=${metadata.name}-postgresql --sort-by .metadata.creationTimestamp`,
    applies: keepsSnapshots,
  },
  {
    text: 'A snapshot brings the database back to its own time only. For any moment choose backup.method: object-store, which archives the write-ahead log too.',
    applies: keepsSnapshots,
  },
  {
    text: 'Backups are written with the cloud identity of this ServiceAccount, which somebody has to allow the object store:',
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
export function caveats(spec: Spec): CaveatDocument[] {
  return [
    ...hostProfiles[spec.host.profile].caveats.map(text => ({
      text,
      command: '',
    })),
    ...CAVEATS.filter(({ applies }) => applies(spec)).map(
      ({ text, command }) => ({ text, command: command?.(spec) ?? '' }),
    ),
  ];
}
