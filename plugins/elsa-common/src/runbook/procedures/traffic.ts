import type { RunbookStep } from '../types';
import type { ProcedureContext } from './types';
import { kubectl } from './words';

/** Nothing may write while data is copied. */
export function stopSteps(context: ProcedureContext): RunbookStep[] {
  const { argocd, environment, hasKeda } = context;
  return [
    ...(argocd
      ? [
          {
            text: 'Let Argo CD deploy nothing for the time being: it would start the server again.',
            command: `kubectl --namespace=${argocd.namespace} patch application/${argocd.application} --type=merge --patch='{"spec":{"syncPolicy":{"automated":{"enabled":false}}}}'`,
          },
        ]
      : []),
    ...(hasKeda
      ? [
          {
            text: 'Let KEDA start nothing either.',
            command: kubectl(
              context,
              'annotate',
              '--overwrite',
              `scaledobject/${environment}-server`,
              'autoscaling.keda.sh/paused-replicas=0',
            ),
          },
        ]
      : []),
    {
      text: 'Stop the server. Workflows wait from here on; callers get errors.',
      command: kubectl(
        context,
        'scale',
        `deployment/${environment}-server`,
        '--replicas=0',
      ),
    },
    {
      text: 'Wait until its last pod is gone.',
      command: kubectl(
        context,
        'wait',
        'pod',
        `--selector=app.kubernetes.io/instance=${environment},app.kubernetes.io/component=server`,
        '--for=delete',
        '--timeout=10m',
      ),
    },
  ];
}

export function startSteps(context: ProcedureContext): RunbookStep[] {
  const { argocd, environment, hasKeda } = context;
  return [
    ...(hasKeda
      ? [
          {
            text: 'Let KEDA scale again.',
            command: kubectl(
              context,
              'annotate',
              `scaledobject/${environment}-server`,
              'autoscaling.keda.sh/paused-replicas-',
            ),
          },
        ]
      : []),
    {
      text: 'Start the server. An autoscaler sets the number that it wants.',
      command: kubectl(
        context,
        'scale',
        `deployment/${environment}-server`,
        '--replicas=1',
      ),
    },
    ...(argocd
      ? [
          {
            text: 'Let Argo CD deploy again; it brings back the number of replicas too.',
            command: `kubectl --namespace=${argocd.namespace} patch application/${argocd.application} --type=merge --patch='{"spec":{"syncPolicy":{"automated":{"enabled":true}}}}'`,
          },
        ]
      : []),
  ];
}

export const deployStep = ({ environment }: ProcedureContext): RunbookStep => ({
  text: `Change .elsa/${environment}.yaml together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy as the README says. Where Argo CD deploys, sync by hand. The deployment starts the server, which makes empty tables; stop it again as above before you load.`,
});
