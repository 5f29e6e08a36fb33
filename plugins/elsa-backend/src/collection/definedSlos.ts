import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  SLOTH_LABELS,
  SLOTH_METRICS,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import {
  isObjective,
  SECONDS_PER_DAY,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { DefinedSlo } from '../model';
import { PROMETHEUS_RULE } from '../sources/kubernetes/kinds';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

/** `vector(0.999)`, as the chart and Sloth write a constant. */
const CONSTANT = /^\s*vector\(\s*([0-9.eE+-]+)\s*\)\s*$/;

function listOf(value: unknown, field: string): unknown[] {
  const list: unknown = isRecord(value) ? value[field] : undefined;
  return Array.isArray(list) ? list : [];
}

/** What a recording rule says of one SLO, if it is one of those that define it. */
function definitionOf(rule: unknown) {
  if (!isRecord(rule) || !isRecord(rule.labels)) {
    return undefined;
  }
  const name: unknown = rule.labels[SLOTH_LABELS.slo];
  const constant = CONSTANT.exec(String(rule.expr));
  return typeof name === 'string' && name && constant
    ? { name, record: rule.record, value: Number(constant[1]) }
    : undefined;
}

/**
 * The SLOs that an environment's rules define: known without any Prometheus,
 * so that one that nobody measures is not taken for one that nobody defined.
 */
export function definedSlosOf(
  objects: readonly KubernetesObject[],
): DefinedSlo[] {
  const drafts = new Map<string, { objective?: number; days?: number }>();
  const definitions = objects
    .filter(({ kind }) => kind === PROMETHEUS_RULE)
    .flatMap(({ spec }) => listOf(spec, 'groups'))
    .flatMap(group => listOf(group, 'rules'))
    .flatMap(rule => definitionOf(rule) ?? []);
  for (const { name, record, value } of definitions) {
    const draft = drafts.get(name) ?? {};
    drafts.set(name, draft);
    if (record === SLOTH_METRICS.objective) draft.objective = value;
    if (record === SLOTH_METRICS.periodDays) draft.days = value;
  }
  return [...drafts]
    .flatMap(([name, { objective, days }]): DefinedSlo[] =>
      isObjective(objective) && days !== undefined && days > 0
        ? [{ name, objective, windowSeconds: days * SECONDS_PER_DAY }]
        : [],
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
