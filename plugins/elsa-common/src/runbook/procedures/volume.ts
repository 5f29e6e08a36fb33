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
      text: 'Keep the volume when its claim goes, so that there is a way back. Note the name that is printed.',
      command: `kubectl patch persistentvolume ${volume} --patch='{"spec":{"persistentVolumeReclaimPolicy":"Retain"}}'`,
    },
    {
      text: 'Take the database away. The next deployment makes it anew.',
      command: kubectl(
        context,
        'delete',
        `statefulset/${context.environment}-${context.provider}`,
      ),
    },
    {
      text: 'Take its claim away, which makes room for a new one. This waits until the last pod has gone.',
      command: kubectl(context, 'delete', claim),
    },
  ];
}

export const forgetOldVolume: RunbookStep = {
  text: 'The old volume stays until somebody deletes it: list those that are Released, and delete yours when nobody will go back.',
  command: 'kubectl get persistentvolumes',
};
