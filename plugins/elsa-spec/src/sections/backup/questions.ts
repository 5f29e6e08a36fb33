import { defineSection, type Draft, YES_OR_NO } from '../question';

const isBackedUp = ({ spec }: Draft) => spec.backup.enabled;

const isBackedUpBy = (method: string) => (draft: Draft) =>
  isBackedUp(draft) && draft.spec.backup.method === method;

export const backups = defineSection({
  id: 'backups',
  root: 'backup',
  questions: [
    {
      path: 'backup.enabled',
      text: 'backups',
      ...YES_OR_NO,
      isAsked: draft => draft.profiles.database.isServer,
      // A dump of an external server that could not be verified.
      complaintsAt: ['database.external.caSecret'],
    },
    {
      path: 'backup.method',
      text: 'backupMethod',
      kind: 'choice',
      isAsked: isBackedUp,
      choices: [
        { value: 'dump', text: 'backupDump' },
        { value: 'volume-snapshot', text: 'backupSnapshot' },
        { value: 'object-store', text: 'backupObjectStore' },
      ],
    },
    {
      path: 'backup.objectStore.destinationPath',
      text: 'backupBucket',
      kind: 'text',
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.existing === undefined,
    },
    {
      path: 'backup.objectStore.useWorkloadIdentity',
      text: 'backupIdentity',
      ...YES_OR_NO,
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.destinationPath !== undefined,
    },
    {
      path: 'backup.objectStore.existing',
      text: 'backupStore',
      kind: 'text',
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.destinationPath === undefined,
    },
    {
      path: 'backup.volumeSnapshotClass',
      text: 'snapshotClass',
      kind: 'text',
      isAsked: isBackedUpBy('volume-snapshot'),
    },
    {
      path: 'backup.schedule',
      text: 'backupSchedule',
      kind: 'text',
      isAsked: isBackedUp,
    },
    {
      path: 'backup.timeZone',
      text: 'backupTimeZone',
      kind: 'text',
      isAsked: isBackedUp,
    },
    {
      path: 'backup.retentionDays',
      text: 'backupRetention',
      kind: 'number',
      isAsked: isBackedUp,
      minimum: 1,
      maximum: 3650,
    },
    {
      path: 'backup.storage.size',
      text: 'storageSize',
      kind: 'text',
      isAsked: isBackedUpBy('dump'),
    },
    { path: 'backup.velero.enabled', text: 'velero', ...YES_OR_NO },
  ],
});
