import { anyOf, escapeRegularExpression, type LabelMatcher } from './promql';
import type { MetricIdentity, MetricProfile, MetricTarget } from './types';

/** Name of the Service and workload whose requests are counted. @public */
export function targetService(target: MetricTarget): string {
  return target.service ?? `${target.environment}-server`;
}

/** Matchers that select one environment's series of a profile. @public */
export function targetMatchers(
  identity: MetricIdentity,
  target: MetricTarget,
): LabelMatcher[] {
  const service = targetService(target);
  if (identity.kind === 'labels') {
    return [
      anyOf(identity.namespace, [target.namespace]),
      anyOf(identity.service, [service]),
    ];
  }
  const value = identity.pattern
    // Functions, because `$` in a replacement string has a meaning.
    .replace('NAMESPACE', () => escapeRegularExpression(target.namespace))
    .replace('SERVICE', () => escapeRegularExpression(service));
  return [{ label: identity.label, operator: '=~', value }];
}

/** Labels by which a query for all environments has to group. @public */
export function identityLabels(identity: MetricIdentity): string[] {
  return identity.kind === 'labels'
    ? [identity.namespace, identity.service]
    : [identity.label];
}

function keyOfTarget(identity: MetricIdentity, target: MetricTarget): string {
  const service = targetService(target);
  return identity.kind === 'labels'
    ? `${target.namespace}/${service}`
    : `${target.namespace}-${service}`;
}

function keyOfLabels(
  identity: MetricIdentity,
  labels: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (identity.kind === 'labels') {
    const namespace = labels[identity.namespace];
    const service = labels[identity.service];
    return namespace && service ? `${namespace}/${service}` : undefined;
  }
  return identity.extract.exec(labels[identity.label] ?? '')?.[1];
}

/**
 * Finds the environment that a series belongs to, in constant time for any
 * number of environments. Two environments that a profile cannot tell apart
 * (Traefik joins names with `-`) are both left out rather than mixed up.
 *
 * @public
 */
export function createTargetIndex<T extends MetricTarget>(
  profile: Pick<MetricProfile, 'identity'>,
  targets: readonly T[],
): (labels: Readonly<Record<string, string | undefined>>) => T | undefined {
  const byKey = new Map<string, T | 'ambiguous'>();
  for (const target of targets) {
    const key = keyOfTarget(profile.identity, target);
    byKey.set(key, byKey.has(key) ? 'ambiguous' : target);
  }
  return labels => {
    const key = keyOfLabels(profile.identity, labels);
    const found = key === undefined ? undefined : byKey.get(key);
    return found === 'ambiguous' ? undefined : found;
  };
}
