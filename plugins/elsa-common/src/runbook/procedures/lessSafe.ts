import { deployStep, startSteps, stopSteps } from './traffic';
import type { ProcedureContext, RunbookProcedure } from './types';
import { kubectl } from './words';

/** Changes that leave the data where it is, and make it harder to get at or to get back. */
export function keepFewerBackups(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'keep-fewer-backups',
    title: 'Keep backups for a shorter time, or turn Velero off',
    meaning:
      'The next backup deletes all that are older than the new retention, for good. A fault that is noticed later than that cannot be undone.',
    steps: [
      {
        text: 'Copy what may be needed later to another place: from the volume of the dumps, the bucket, or Velero (velero backup download).',
      },
      {
        text: 'Restore the newest backup elsewhere, so that you know that it can be read.',
      },
      {
        text: 'Change the spec together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy.',
      },
      {
        text: 'See that the next backup completes.',
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
      'A newer server has changed the tables when it first started, and nothing changes them back. The older one fails, or writes what the newer one cannot read. Going back a patch needs none of this.',
    steps: [
      {
        text: 'Find a backup from before the upgrade. Without one, stay on the newer release: there is no way back.',
      },
      ...stopSteps(context),
      {
        text: 'Dump the database as it is, as under upgrade-database, in case you have to come back to it.',
      },
      {
        text: 'Restore the backup from before the upgrade: a dump as the steps under upgrade-database load theirs into a new volume, a backup of CloudNativePG into a new cluster. What was done since is not in it.',
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
      'An embedded database keeps the password with which its volume was set up, whatever a Secret says later, and what a key has encrypted opens with that key only.',
    steps: [
      {
        text: 'Write the same values under the same keys to the new place before you deploy. The README lists the keys of each Secret.',
      },
      {
        text: 'Compare both Secrets without showing them: the two sums must be equal.',
        command: fingerprint('<old>'),
      },
      {
        text: 'The same for the new one; where a store fills it, after a deployment to a namespace of its own.',
        command: fingerprint('<new>'),
      },
      {
        text: 'For a new password on purpose, change it in the database first, with the server stopped. Keep the old keys for what they have encrypted.',
      },
      {
        text: 'Change the spec together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy.',
      },
      {
        text: 'See that the server starts and reads its database before you delete the old Secret.',
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
