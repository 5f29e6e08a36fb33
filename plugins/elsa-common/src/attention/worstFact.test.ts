import { HEALTH_STATUSES, SLO_STATES } from '../contract';
import { type AttentionFacts, worstFact } from './worstFact';

const green: AttentionFacts = {
  health: 'Healthy',
  slo: { state: 'ok' },
  alerts: { firing: 0, critical: 0 },
};

describe('worstFact', () => {
  it.each<[string, Partial<AttentionFacts>, string, string]>([
    ['nothing bad', {}, 'health', 'none'],
    [
      'no SLO and unread alerts',
      { slo: undefined, alerts: { firing: null } },
      'health',
      'none',
    ],
    [
      'a budget that burns fast',
      { slo: { state: 'burning-fast' } },
      'slo',
      'urgent',
    ],
    ['a budget that is gone', { slo: { state: 'exhausted' } }, 'slo', 'urgent'],
    [
      'a budget that burns slowly',
      { slo: { state: 'burning-slow' } },
      'slo',
      'warning',
    ],
    [
      'little budget, of which nothing burns',
      { slo: { state: 'at-risk' } },
      'health',
      'none',
    ],
    [
      'a critical alert',
      { alerts: { firing: 4, critical: 1 } },
      'alerts',
      'urgent',
    ],
    [
      'another alert',
      { alerts: { firing: 1, critical: 0 } },
      'alerts',
      'warning',
    ],
    [
      'a burning budget and its alert',
      { slo: { state: 'burning-fast' }, alerts: { firing: 1, critical: 1 } },
      'slo',
      'urgent',
    ],
    [
      'a slowly burning budget and a critical alert',
      { slo: { state: 'burning-slow' }, alerts: { firing: 2, critical: 1 } },
      'alerts',
      'urgent',
    ],
    [
      'a rollout and a burning budget',
      { health: 'Progressing', slo: { state: 'burning-fast' } },
      'slo',
      'urgent',
    ],
    [
      'a fault and a burning budget',
      { health: 'Degraded', slo: { state: 'burning-fast' } },
      'health',
      'none',
    ],
  ])('should name the worst of %s', (_, facts, fact, level) => {
    expect(worstFact({ ...green, ...facts })).toMatchObject({ fact, level });
  });

  it('should put no environment with a worse fact above one without', () => {
    const alerts = [
      { firing: 0, critical: 0 },
      { firing: 1, critical: 0 },
      { firing: 1, critical: 1 },
    ];
    for (const health of HEALTH_STATUSES) {
      for (const state of SLO_STATES) {
        for (const each of alerts) {
          const { rank } = worstFact({ health, slo: { state }, alerts: each });
          expect(rank).toBeGreaterThanOrEqual(
            worstFact({ ...green, health }).rank,
          );
          expect(rank).toBeGreaterThanOrEqual(
            worstFact({ ...green, slo: { state } }).rank,
          );
        }
      }
    }
  });

  it('should order by health as long as the other facts are good', () => {
    const ranks = HEALTH_STATUSES.map(
      health => worstFact({ ...green, health }).rank,
    );
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(HEALTH_STATUSES.length);
  });

  it('should put a Healthy one with a burning budget before a rollout and behind a fault', () => {
    const burning = worstFact({ ...green, slo: { state: 'burning-fast' } });
    const of = (health: AttentionFacts['health']) =>
      worstFact({ ...green, health }).rank;
    expect(burning.rank).toBeGreaterThan(of('Progressing'));
    expect(burning.rank).toBeLessThan(of('Degraded'));
  });
});
