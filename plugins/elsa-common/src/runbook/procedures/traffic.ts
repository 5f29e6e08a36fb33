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
            text: 'Pause Argo CD deployments, which would start the server again.',
            command: `kubectl --namespace=${argocd.namespace} patch application/${argocd.application} --type=merge --patch='{"spec":{"syncPolicy":{"automated":{"enabled":false}}}}'`,
          },
        ]
      : []),
    ...(hasKeda
      ? [
          {
            text: 'Pause KEDA as well.',
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
      text: 'Stop the server. From now on, workflows wait and callers get errors.',
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
      text: 'Start the server. An autoscaler then sets the number of replicas.',
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
            text: 'Resume Argo CD deployments, which also restores the number of replicas.',
            command: `kubectl --namespace=${argocd.namespace} patch application/${argocd.application} --type=merge --patch='{"spec":{"syncPolicy":{"automated":{"enabled":true}}}}'`,
          },
        ]
      : []),
  ];
}

export const deployStep = ({ environment }: ProcedureContext): RunbookStep => ({
  text: `Change .elsa/${environment}.yaml together with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy as the README says. If Argo CD deploys, sync by hand. The deployment starts the server, which creates empty tables; stop it again as above before you load the dump.`,
});
