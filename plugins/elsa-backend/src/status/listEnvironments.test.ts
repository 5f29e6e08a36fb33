import {
  type AlertReadability,
  type EnvironmentSummary,
  summarizeAlerts,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { listEnvironments } from './listEnvironments';

function summary(
  name: string,
  readability: AlertReadability,
  counts: { firing?: number; critical?: number; pending?: number } = {},
): EnvironmentSummary {
  return {
    entityRef: `component:default/${name}`,
    name,
    ownership: 'unowned',
    cluster: 'eu',
    namespace: name,
    health: 'Healthy',
    isPartial: false,
    alerts: summarizeAlerts(
      { firing: 0, critical: 0, pending: 0, silenced: 0, ...counts },
      readability,
    ),
    isStale: false,
  };
}

describe('listEnvironments', () => {
  it('should put alerts that are not known behind none, in both directions', () => {
    const all = [
      summary('firing', 'readable', { firing: 1 }),
      summary('unavailable', 'unavailable'),
      summary('none', 'readable'),
      summary('stale', 'stale'),
      summary('pending', 'readable', { pending: 1 }),
    ];
    const names = (order: 'asc' | 'desc') =>
      listEnvironments(all, { sort: 'alerts', order }).items.map(
        ({ name }) => name,
      );
    const expected = ['none', 'stale', 'unavailable', 'pending', 'firing'];
    expect(names('asc')).toEqual(expected);
    expect(names('desc')).toEqual(expected.reverse());
  });

  it('should find those with security findings, and count them page by page', () => {
    const all = ['a', 'b', 'c', 'd'].map((name, index) => ({
      ...summary(name, 'readable'),
      ...(index % 2 === 1 && { securityFindings: index }),
    }));
    const names = (hasSecurityFindings?: boolean) =>
      listEnvironments(all, { hasSecurityFindings }).items.map(
        ({ name }) => name,
      );
    expect(names()).toEqual(['a', 'b', 'c', 'd']);
    expect(names(true)).toEqual(['b', 'd']);
    expect(names(false)).toEqual(['a', 'c']);
    expect(listEnvironments(all, { limit: 1 }).withSecurityFindings).toBe(2);
    expect(
      listEnvironments(all, { health: ['Degraded'] }).withSecurityFindings,
    ).toBe(0);
  });

  it('should order by the worst fact, count the Healthy ones that have one, and find them', () => {
    const slo = { name: 'availability', remaining: 0.5 };
    const all: EnvironmentSummary[] = [
      summary('green', 'readable'),
      summary('alerting', 'readable', { firing: 1, critical: 1 }),
      {
        ...summary('burning', 'readable'),
        slo: { ...slo, state: 'burning-fast' },
      },
      { ...summary('rollout', 'readable'), health: 'Progressing' },
      { ...summary('broken', 'readable'), health: 'Degraded' },
      {
        ...summary('broken-and-burning', 'readable'),
        health: 'Degraded',
        slo: { ...slo, state: 'burning-fast' },
      },
    ];
    const names = (options: Parameters<typeof listEnvironments>[1]) =>
      listEnvironments(all, options).items.map(({ name }) => name);
    expect(names({ sort: 'health', order: 'desc' })).toEqual([
      'broken-and-burning',
      'broken',
      'burning',
      'alerting',
      'rollout',
      'green',
    ]);
    expect(listEnvironments(all, {})).toMatchObject({
      totals: { Healthy: 3, Degraded: 2 },
      healthyWith: { slo: 1, alerts: 1 },
    });
    expect(names({ worst: 'slo' })).toEqual(['burning']);
    expect(names({ worst: 'alerts' })).toEqual(['alerting']);
    expect(names({ health: ['Healthy'], worst: 'health' })).toEqual(['green']);
  });

  it('should page through the same order', () => {
    const all = Array.from({ length: 9 }, (_, index) => ({
      ...summary(`e${index}`, 'readable', { firing: index % 2 }),
      health: index % 3 === 0 ? ('Degraded' as const) : ('Healthy' as const),
    }));
    const whole = listEnvironments(all, { sort: 'health', order: 'desc' });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = listEnvironments(all, {
        sort: 'health',
        order: 'desc',
        limit: 2,
        cursor,
      });
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole.items.map(({ name }) => name));
  });
});
