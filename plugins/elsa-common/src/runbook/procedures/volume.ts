import type { RunbookStep } from '../types';
import type { ProcedureContext } from './types';
import { kubectl } from './words';

const claimOf = ({ environment, provider }: ProcedureContext) =>
  `persistentvolumeclaim/data-${environment}-${provider}-0`;

/** Takes the volume away from the StatefulSet without losing what is on it. */
export function setVolumeAsideSteps(context: ProcedureContext): RunbookStep[] {
  const claim = claimOf(context);
  const volume = `"$(${kubectl(context, 'get', claim, '--output=jsonpath={.spec.volumeName}')})"`;
  return [
    {
      text: 'Keep the volume when its claim is deleted, so that you can go back. Note the name that is printed.',
      command: `kubectl patch persistentvolume ${volume} --patch='{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`,
    },
    {
      text: 'Delete the database. The next deployment creates it again.',
      command: kubectl(
        context,
        'delete',
        `statefulset/${context.environment}-${context.provider}`,
      ),
    },
    {
      text: 'Delete its claim to make room for a new one. This waits until the last pod is gone.',
      command: kubectl(context, 'delete', claim),
    },
  ];
}

export const forgetOldVolume: RunbookStep = {
  text: 'The old volume stays until someone deletes it. List the Released volumes, and delete yours once you no longer need to go back.',
  command: 'kubectl get persistentvolumes',
};
