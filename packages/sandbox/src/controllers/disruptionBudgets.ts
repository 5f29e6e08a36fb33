import type { Condition, KubernetesObject, Pod } from '../kubernetes/types';
import { matchesLabels } from '../kubernetes/selectors';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';
import { isActive, isReady } from './podTemplates';
import { resolvePercentage } from './quantities';

interface DisruptionBudget extends KubernetesObject {
  spec: {
    minAvailable?: number | string;
    maxUnavailable?: number | string;
    selector?: { matchLabels?: Record<string, string> };
  };
  status?: { conditions?: Condition[] } & Record<string, unknown>;
}

export function reconcileDisruptionBudgets(context: ControllerContext): void {
  const { cluster, now } = context;
  for (const budget of cluster.list<DisruptionBudget>(
    'policy/v1',
    'PodDisruptionBudget',
  )) {
    const pods = cluster
      .list<Pod>('v1', 'Pod', budget.metadata.namespace)
      .filter(isActive)
      .filter(pod =>
        matchesLabels(budget.spec.selector?.matchLabels, pod.metadata.labels),
      );
    const expectedPods = pods.length;
    const currentHealthy = pods.filter(isReady).length;
    const desiredHealthy =
      budget.spec.maxUnavailable !== undefined
        ? Math.max(
            0,
            expectedPods -
              resolvePercentage(
                budget.spec.maxUnavailable,
                expectedPods,
                Math.ceil,
                1,
              ),
          )
        : resolvePercentage(
            budget.spec.minAvailable,
            expectedPods,
            Math.ceil,
            1,
          );
    const disruptionsAllowed = Math.max(0, currentHealthy - desiredHealthy);
    const isAllowed = disruptionsAllowed > 0;
    cluster.store.putStatus(budget, {
      observedGeneration: budget.metadata.generation,
      disruptionsAllowed,
      currentHealthy,
      desiredHealthy,
      expectedPods,
      conditions: withCondition(
        budget.status?.conditions,
        {
          type: 'DisruptionAllowed',
          status: isAllowed ? 'True' : 'False',
          reason: isAllowed ? 'SufficientPods' : 'InsufficientPods',
          observedGeneration: budget.metadata.generation,
        },
        now,
      ),
    });
  }
}
