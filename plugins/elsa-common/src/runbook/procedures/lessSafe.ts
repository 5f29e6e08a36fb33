import { deployStep, startSteps, stopSteps } from './traffic';
import type { ProcedureContext, RunbookProcedure } from './types';
import { kubectl } from './words';

/** Changes that leave the data where it is, and make it harder to get at or to get back. */
export function keepFewerBackups(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'keep-fewer-backups',
    title: 'Keep backups for a shorter time, or turn Velero off',
    meaning:
      'The next backup deletes all that are older than the new retention, for good. Damage that is noticed later cannot be undone.',
    steps: [
      {
        text: 'Copy anything you may need later to another location: from the volume of the dumps, the bucket, or Velero (velero backup download).',
      },
      {
        text: 'Restore the newest backup elsewhere to check that it can be read.',
      },
      {
        text: 'Change the spec together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy.',
      },
      {
        text: 'Check that the next backup completes.',
        command: kubectl(
          context,
          'get',
          'jobs',
          '--selector=app.kubernetes.io/component=backup',
          '--sort-by=.metadata.creationTimestamp',
        ),
      },
    ],
  };
}

export function downgradeServer(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'downgrade-server',
    title: 'Go back to an older release of the server',
    meaning:
      'A newer server changed the tables when it first started, and nothing reverts that. An older one fails, or writes data that the newer one cannot read. Patch downgrades do not need these steps.',
    steps: [
      {
        text: 'Find a backup from before the upgrade. Without one, stay on the newer release: there is no way back.',
      },
      ...stopSteps(context),
      {
        text: 'Dump the current database as described under upgrade-database, in case you need it again.',
      },
      {
        text: 'Restore the backup from before the upgrade: load a dump into a new volume as described under upgrade-database, or a CloudNativePG backup into a new cluster. It does not contain anything done since.',
      },
      deployStep(context),
      ...startSteps(context),
    ],
  };
}

export function changeSecret(context: ProcedureContext): RunbookProcedure {
  const fingerprint = (name: string) =>
    `${kubectl(context, 'get', `secret/${name}`, '--output=jsonpath={.data}')} | sha256sum`;
  return {
    id: 'change-secret',
    title: 'Take passwords and keys from another Secret or store',
    meaning:
      'An embedded database keeps its initial password, whatever a Secret says later, and encrypted data can be read only with the original key.',
    steps: [
      {
        text: 'Write the same values under the same keys to the new place before you deploy. The README lists the keys of each Secret.',
      },
      {
        text: 'Compare both Secrets without showing them: the two sums must be equal.',
        command: fingerprint('<old>'),
      },
      {
        text: 'Do the same for the new one. If a secret store fills it, deploy to a separate namespace first.',
        command: fingerprint('<new>'),
      },
      {
        text: 'For a new password on purpose, change it in the database first, with the server stopped. Keep the old keys for what they have encrypted.',
      },
      {
        text: 'Change the spec together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy.',
      },
      {
        text: 'Check that the server starts and reads its database before you delete the old Secret.',
        command: kubectl(
          context,
          'rollout',
          'status',
          `deployment/${context.environment}-server`,
        ),
      },
    ],
  };
}
