import {
  type AlertReadability,
  type EnvironmentSummary,
  summarizeAlerts,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { listEnvironments } from './listEnvironments';

function summary(
  name: string,
  readability: AlertReadability,
  counts: { firing?: number; pending?: number } = {},
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
      { firing: 0, pending: 0, silenced: 0, ...counts },
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
});
