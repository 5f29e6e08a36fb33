import { worstFact } from '@elsa-portal/backstage-plugin-elsa-common/attention';
import {
  type ElsaApi,
  type ListEnvironmentsOptions,
  type SloSeriesOptions,
} from '@elsa-portal/backstage-plugin-elsa-common/api';
import {
  HEALTH_STATUSES,
  type EnvironmentStatus,
  type EnvironmentSummary,
  type HealthStatus,
  type WorstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { NotFoundError } from '@backstage/errors';
import { sloSeries, TRANSITIONS } from './series';
import { summarize } from './summary';
import { ago, DAY } from './time';

function includes<T>(wanted: T[] | undefined, value: T | undefined): boolean {
  return !wanted?.length || (value !== undefined && wanted.includes(value));
}

function matches(item: EnvironmentSummary, options: ListEnvironmentsOptions) {
  const text = options.text?.toLocaleLowerCase() ?? '';
  return (
    includes(options.owner, item.owner) &&
    includes(options.health, item.health) &&
    includes(options.cluster, item.cluster) &&
    includes(options.sloState, item.slo?.state) &&
    includes(options.system, item.system) &&
    (!options.worst || worstFact(item).fact === options.worst) &&
    (options.hasSecurityFindings === undefined ||
      options.hasSecurityFindings === Boolean(item.securityFindings)) &&
    [item.name, item.title, item.namespace, item.owner].some(value =>
      value?.toLocaleLowerCase().includes(text),
    )
  );
}

function sortKey(
  item: EnvironmentSummary,
  sort: ListEnvironmentsOptions['sort'],
) {
  switch (sort) {
    case 'health':
      return worstFact(item).rank.toFixed(3);
    case 'owner':
      return item.owner ?? '';
    case 'cluster':
      return `${item.cluster}/${item.namespace}`;
    case 'slo':
      return String(1_000 - (item.slo?.remaining ?? 1) * 100).padStart(8, '0');
    case 'alerts':
      return String(item.alerts.firing ?? 0).padStart(6, '0');
    default:
      return item.name;
  }
}

/** Answers from recorded environments, page by page as the backend does. */
export class RecordedElsaApi implements ElsaApi {
  readonly #environments: EnvironmentStatus[];
  readonly #rows: EnvironmentSummary[];

  constructor(
    environments: EnvironmentStatus[],
    further: EnvironmentSummary[] = [],
  ) {
    this.#environments = environments;
    this.#rows = [...environments.map(summarize), ...further];
  }

  async listEnvironments(options: ListEnvironmentsOptions = {}) {
    const { sort = 'name', order = 'asc', limit = 100 } = options;
    const found = this.#rows
      .filter(row => matches(row, options))
      .sort((a, b) => {
        const direction = order === 'asc' ? 1 : -1;
        return (
          direction * sortKey(a, sort).localeCompare(sortKey(b, sort)) ||
          a.name.localeCompare(b.name)
        );
      });
    const totals = Object.fromEntries(
      HEALTH_STATUSES.map(status => [
        status,
        found.filter(row => row.health === status).length,
      ]),
    ) as Record<HealthStatus, number>;
    const healthyWith = (fact: WorstFact) =>
      found.filter(
        row => row.health === 'Healthy' && worstFact(row).fact === fact,
      ).length;
    const start = Number(options.cursor ?? 0);
    return {
      items: found.slice(start, start + limit),
      totalItems: found.length,
      totals,
      healthyWith: { slo: healthyWith('slo'), alerts: healthyWith('alerts') },
      withSecurityFindings: found.filter(row => row.securityFindings).length,
      nextCursor:
        start + limit < found.length ? String(start + limit) : undefined,
    };
  }

  async getEnvironment(entityRef: string) {
    const found = this.#environments.find(each => each.entityRef === entityRef);
    if (!found) {
      throw Object.assign(new NotFoundError(`No environment ${entityRef}`), {
        statusCode: 404,
      });
    }
    return found;
  }

  async getTransitions() {
    return { items: TRANSITIONS };
  }

  async getSloSeries(
    entityRef: string,
    name: string,
    options: SloSeriesOptions = {},
  ) {
    const { slos } = await this.getEnvironment(entityRef);
    const found = slos.find(each => each.name === name);
    if (!found) {
      throw new NotFoundError(`No SLO ${name}`);
    }
    return sloSeries(found, options.rangeSeconds);
  }

  refreshEnvironment(entityRef: string) {
    return this.getEnvironment(entityRef);
  }

  async getSources() {
    return { items: this.#environments[0].sources };
  }

  async listUnregistered() {
    return {
      items: [
        {
          name: 'legacy-workflows',
          cluster: 'production-eu',
          namespace: 'legacy',
          clusterOwner: 'group:default/integration',
          health: 'Healthy' as const,
          firstSeenAt: ago(80 * DAY),
          lastSeenAt: ago(20),
        },
      ],
    };
  }
}
