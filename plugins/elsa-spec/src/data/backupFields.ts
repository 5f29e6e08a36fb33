import type { DataField, Spec } from './DataField';

const isNotLess = (from: string, to: string) => Number(to) >= Number(from);
const isVelero = ({ backup }: Spec) => backup.velero.enabled;

/** Where backups are, and how long they stay. */
export const backupFields: readonly DataField[] = [
  {
    field: 'backup.method',
    sources: ['backup.enabled', 'backup.method'],
    read: ({ backup }) => (backup.enabled ? backup.method : undefined),
    loses:
      'Existing backups are no longer managed: they are neither replaced nor removed.',
    procedure: 'move-backups',
  },
  {
    field: 'backup.objectStore',
    sources: [
      'backup.objectStore.existing',
      'backup.objectStore.destinationPath',
      'backup.objectStore.endpoint',
    ],
    read: ({ backup }) =>
      backup.enabled && backup.method === 'object-store'
        ? [
            backup.objectStore?.existing,
            backup.objectStore?.destinationPath,
            backup.objectStore?.endpoint,
          ]
            .filter(part => part !== undefined)
            .join(' at ')
        : undefined,
    loses:
      'Backups and the archived log stay in the old location, where a restore no longer looks.',
    procedure: 'move-backups',
  },
  {
    field: 'backup.retentionDays',
    // CloudNativePG never deletes a volume snapshot.
    read: ({ backup }) =>
      backup.enabled && backup.method !== 'volume-snapshot'
        ? String(backup.retentionDays)
        : undefined,
    isSafe: isNotLess,
    loses: 'The next backup deletes existing older ones.',
    procedure: 'keep-fewer-backups',
  },
  {
    field: 'backup.velero.enabled',
    read: spec => (isVelero(spec) ? 'true' : undefined),
    loses:
      'No new backups are made, and Velero deletes the existing ones as they expire.',
    procedure: 'keep-fewer-backups',
  },
  {
    field: 'backup.velero.retentionHours',
    read: spec =>
      isVelero(spec) ? String(spec.backup.velero.retentionHours) : undefined,
    isSafe: isNotLess,
    loses: 'Velero deletes future backups earlier.',
    procedure: 'keep-fewer-backups',
  },
  ...(['namespace', 'storageLocation'] as const).map((key): DataField => ({
    field: `backup.velero.${key}`,
    read: spec => (isVelero(spec) ? spec.backup.velero[key] : undefined),
    loses: 'Backups stay in the old location, where a restore no longer looks.',
    procedure: 'move-backups',
  })),
];
