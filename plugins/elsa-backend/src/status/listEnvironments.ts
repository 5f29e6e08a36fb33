import { type ListEnvironmentsOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { worstFact } from '@elsa-portal/backstage-plugin-elsa-common/attention';
import {
  type EnvironmentSummary,
  type HealthStatus,
  type ListEnvironmentsResponse,
  type WorstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { sloStateRank } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { InputError } from '@backstage/errors';

const DEFAULT_LIMIT = 100;

type SortField = NonNullable<ListEnvironmentsOptions['sort']>;
/** What an environment is sorted by; the reference makes it unique. */
type SortKey = [value: number | string, name: string, entityRef: string];

/** What is not known is worse than nothing, and better than one that waits. */
const UNKNOWN_ALERTS = 0.5;
/** What was read long ago is worse than the same read now. */
const STALE_ALERTS = 0.25;

/** Ascending is from good to bad, from few to many, from A to Z. */
const SORT_VALUES: Record<
  SortField,
  (item: EnvironmentSummary) => number | string
> = {
  name: () => 0,
  health: item => worstFact(item).rank,
  owner: item => item.owner ?? '',
  cluster: item => item.cluster,
  // Without SLOs an environment stands before those that have one.
  slo: item => (item.slo ? sloStateRank(item.slo.state) : -1),
  alerts: ({ alerts: { readability, firing, pending } }) =>
    firing === null || pending === null
      ? UNKNOWN_ALERTS
      : firing * 1e6 + pending + (readability === 'stale' ? STALE_ALERTS : 0),
};

/**
 * Filters, sorts and pages. A cursor remembers the last line rather than a
 * number of lines, so that nothing is skipped or repeated when environments
 * come and go between two pages.
 *
 * @throws InputError when the cursor was not made by this sort order
 */
export function listEnvironments(
  all: readonly EnvironmentSummary[],
  options: ListEnvironmentsOptions,
): ListEnvironmentsResponse {
  const sort = options.sort ?? 'name';
  const direction = options.order === 'desc' ? -1 : 1;
  const limit = options.limit ?? DEFAULT_LIMIT;
  const matches = createFilter(options);
  const keyed = all
    .filter(matches)
    .map(item => ({ item, key: sortKey(item, sort) }));
  const compare = (a: SortKey, b: SortKey) => direction * compareKeys(a, b);
  keyed.sort((a, b) => compare(a.key, b.key));
  const after =
    options.cursor === undefined ? undefined : decodeCursor(options.cursor);
  const start = after
    ? keyed.findIndex(({ key }) => compare(key, after) > 0)
    : 0;
  const page = start === -1 ? [] : keyed.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: page.map(({ item }) => item),
    totalItems: keyed.length,
    totals: countByHealth(keyed.map(({ item }) => item)),
    healthyWith: countOvershadowed(keyed.map(({ item }) => item)),
    withSecurityFindings: keyed.filter(({ item }) => hasFindings(item)).length,
    nextCursor:
      last && start + page.length < keyed.length
        ? encodeCursor(last.key)
        : undefined,
  };
}

function createFilter(
  options: ListEnvironmentsOptions,
): (item: EnvironmentSummary) => boolean {
  const owner = lowerSet(options.owner);
  const system = lowerSet(options.system);
  const cluster = options.cluster && new Set(options.cluster);
  const health = options.health && new Set(options.health);
  const sloState = options.sloState && new Set(options.sloState);
  const text = options.text?.trim().toLocaleLowerCase('en-US');
  return item =>
    (!owner || owner.has(lower(item.owner))) &&
    (!system || system.has(lower(item.system))) &&
    (!cluster || cluster.has(item.cluster)) &&
    (!health || health.has(item.health)) &&
    (!options.worst || worstFact(item).fact === options.worst) &&
    (!sloState || (item.slo !== undefined && sloState.has(item.slo.state))) &&
    (options.hasSecurityFindings === undefined ||
      hasFindings(item) === options.hasSecurityFindings) &&
    (!text || hasText(item, text));
}

function hasFindings({ securityFindings }: EnvironmentSummary): boolean {
  return (securityFindings ?? 0) > 0;
}

function lower(value: string | undefined): string {
  return (value ?? '').toLocaleLowerCase('en-US');
}

function lowerSet(values: readonly string[] | undefined) {
  return values && new Set(values.map(lower));
}

function hasText(item: EnvironmentSummary, text: string): boolean {
  return [item.name, item.title, item.namespace, item.owner].some(value =>
    lower(value).includes(text),
  );
}

function sortKey(item: EnvironmentSummary, sort: SortField): SortKey {
  return [SORT_VALUES[sort](item), item.name, item.entityRef];
}

/** By code point rather than by locale: the same on every backend. */
function compareKeys(a: SortKey, b: SortKey): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) {
      return a[index] < b[index] ? -1 : 1;
    }
  }
  return 0;
}

function countByHealth(
  items: readonly EnvironmentSummary[],
): Record<HealthStatus, number> {
  const totals: Record<HealthStatus, number> = {
    Healthy: 0,
    Suspended: 0,
    Progressing: 0,
    Missing: 0,
    Degraded: 0,
    Unknown: 0,
  };
  for (const item of items) {
    totals[item.health] += 1;
  }
  return totals;
}

function countOvershadowed(
  items: readonly EnvironmentSummary[],
): ListEnvironmentsResponse['healthyWith'] {
  const facts = items
    .filter(({ health }) => health === 'Healthy')
    .map(item => worstFact(item).fact);
  const count = (wanted: WorstFact) =>
    facts.filter(fact => fact === wanted).length;
  return { slo: count('slo'), alerts: count('alerts') };
}

function encodeCursor(key: SortKey): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

function decodeCursor(cursor: string): SortKey {
  try {
    const key: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    if (isSortKey(key)) {
      return key;
    }
  } catch {
    // Reported below, like every other text that is no cursor of ours.
  }
  throw new InputError(
    `cursor '${cursor.slice(0, 100)}' is not valid; use the nextCursor of the page before, or leave it out for the first page`,
  );
}

function isSortKey(value: unknown): value is SortKey {
  return (
    Array.isArray(value) &&
    value.length === 3 &&
    (typeof value[0] === 'number' || typeof value[0] === 'string') &&
    typeof value[1] === 'string' &&
    typeof value[2] === 'string'
  );
}
