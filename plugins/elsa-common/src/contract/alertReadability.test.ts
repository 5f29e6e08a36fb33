import {
  alertReadability,
  countAlerts,
  summarizeAlerts,
} from './alertReadability';
import type { SourceState, SourceStatus } from './generated/names';

function prometheus(state: SourceState, lastSuccessAt?: string): SourceStatus {
  return {
    id: `prometheus:${state}`,
    kind: 'prometheus',
    name: state,
    state,
    lastSuccessAt,
  };
}

const OLD = '2026-11-20T11:00:00.000Z';
const kubernetes: SourceStatus = {
  id: 'kubernetes:eu',
  kind: 'kubernetes',
  name: 'eu',
  state: 'ok',
  lastSuccessAt: OLD,
};

describe('alertReadability', () => {
  it.each<[string, SourceStatus[], boolean, string]>([
    ['one that answers', [prometheus('ok', OLD)], false, 'readable'],
    ['one that never answered', [prometheus('timeout')], false, 'unavailable'],
    ['one that is not read yet', [prometheus('pending')], false, 'unavailable'],
    [
      'one that has stopped to answer',
      [prometheus('timeout', OLD)],
      false,
      'stale',
    ],
    [
      'one that was read too long ago',
      [prometheus('stale', OLD)],
      true,
      'stale',
    ],
    [
      'two, one of which never answered',
      [prometheus('ok', OLD), prometheus('forbidden')],
      false,
      'stale',
    ],
    [
      'one that gives alerts but never all figures',
      [prometheus('server-error')],
      true,
      'stale',
    ],
    ['none', [], false, 'not-configured'],
    [
      'none that is configured',
      [prometheus('not-configured')],
      false,
      'not-configured',
    ],
  ])('should judge %s', (_, servers, hasAlerts, expected) => {
    expect(
      alertReadability({ hasAlerts, sources: [kubernetes, ...servers] }),
    ).toBe(expected);
  });

  it('should leave to the caller how old an answer may be', () => {
    const known = { hasAlerts: false, sources: [prometheus('timeout', OLD)] };
    expect(alertReadability(known, () => true)).toBe('readable');
    expect(alertReadability(known, () => false)).toBe('stale');
  });
});

describe('summarizeAlerts', () => {
  const counts = countAlerts([
    { state: 'firing', isSilenced: false, severity: 'critical' },
    { state: 'firing', isSilenced: false, severity: 'Page' },
    { state: 'firing', isSilenced: false, severity: 'warning' },
    { state: 'firing', isSilenced: true, severity: 'critical' },
    { state: 'pending', isSilenced: false, severity: 'critical' },
  ]);

  it('should count a silenced alert as nothing else', () => {
    expect(summarizeAlerts(counts, 'readable')).toEqual({
      readability: 'readable',
      firing: 3,
      critical: 2,
      pending: 1,
      silenced: 1,
    });
  });

  it('should give no number for what was never read', () => {
    expect(summarizeAlerts(countAlerts([]), 'unavailable')).toEqual({
      readability: 'unavailable',
      firing: null,
      pending: null,
      silenced: null,
    });
  });
});
