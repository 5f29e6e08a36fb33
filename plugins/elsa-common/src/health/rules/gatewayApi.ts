import { isRecord } from '../../isRecord';
import {
  type Condition,
  read,
  readConditions,
  readList,
  readNumber,
  readText,
} from '../read';
import type { Assessment, HealthRule } from '../types';
import { byCondition, byField, healthy } from './result';

/** What both rules make of one list of conditions; undefined = nothing wrong. */
function assess(
  conditions: readonly Condition[],
  subject: string,
): Assessment | undefined {
  for (const type of ['ResolvedRefs', 'Accepted']) {
    const failed = conditions.find(
      condition => condition.type === type && condition.status === 'False',
    );
    if (failed) {
      return byCondition(
        'Degraded',
        failed,
        type === 'Accepted'
          ? `is not accepted by ${subject}`
          : `has references that ${subject} cannot resolve`,
        'route',
      );
    }
  }
  const pending = conditions.find(
    ({ type, status }) => type === 'Programmed' && status !== 'True',
  );
  return (
    pending &&
    byCondition(
      'Progressing',
      pending,
      `is not programmed by ${subject} yet`,
      'route',
    )
  );
}

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/gateway.networking.k8s.io/Gateway/health.lua */
export const gateway: HealthRule = object => {
  const own = readConditions(object);
  const found = assess(own, 'its controller');
  if (found) {
    return found;
  }
  const listeners = readList(object, 'status', 'listeners');
  for (const [index, listener] of listeners.entries()) {
    const name = readText(listener, 'name') ?? String(index);
    const ofListener = assess(
      readConditions(
        listener,
        ['conditions'],
        `status.listeners[${index}].conditions`,
      ),
      `its listener ${name}`,
    );
    if (ofListener) {
      return ofListener;
    }
  }
  return Array.isArray(read(object, 'status', 'conditions')) ||
    listeners.length > 0
    ? healthy()
    : byField(
        'Progressing',
        'NoStatus',
        'has not been seen by its controller yet',
        'status.conditions',
        'route',
      );
};

/** Conditions of an older generation say nothing about the route as it is now. */
function isCurrent(
  conditions: readonly Condition[],
  generation: number | undefined,
): boolean {
  return (
    generation === undefined ||
    (conditions.length > 0 &&
      conditions.every(
        ({ observedGeneration }) =>
          observedGeneration === undefined || observedGeneration === generation,
      ))
  );
}

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/gateway.networking.k8s.io/HTTPRoute/health.lua */
export const httpRoute: HealthRule = object => {
  const generation = readNumber(object, 'metadata', 'generation');
  let isKnown = false;
  const parents = readList(object, 'status', 'parents');
  for (const [index, parent] of parents.entries()) {
    const conditions = readConditions(
      parent,
      ['conditions'],
      `status.parents[${index}].conditions`,
    );
    if (isRecord(parent) && isCurrent(conditions, generation)) {
      const name = readText(parent, 'parentRef', 'name');
      const found = assess(conditions, `gateway ${name ?? index}`);
      if (found) {
        return found;
      }
      isKnown ||= conditions.length > 0;
    }
  }
  return isKnown
    ? healthy('status.parents')
    : byField(
        'Progressing',
        'NoStatus',
        'has not been seen by a gateway yet',
        'status.parents',
        'route',
      );
};
