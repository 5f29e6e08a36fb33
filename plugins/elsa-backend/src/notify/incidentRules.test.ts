import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import fc from 'fast-check';
import type { Incident } from '../model';
import {
  advanceIncident,
  type IncidentEvent,
  observeHealth,
  observeSlo,
  type Observation,
} from './incidentRules';

const TIMES = { openAfterMs: 120_000, closeAfterMs: 300_000 };
const STEP = 30_000;

/** Feeds one level per half minute; says at which steps the owner was told. */
function play(levels: Array<Observation['level']>) {
  let incident: Incident | undefined;
  let scopes = 0;
  const told: Array<[step: number, event: IncidentEvent, scope: string]> = [];
  levels.forEach((level, step) => {
    const result = advanceIncident(incident, level, step * STEP, TIMES, () => {
      scopes += 1;
      return `scope-${scopes}`;
    });
    if (result.event) {
      const { scope } = (result.incident ?? incident) as Incident;
      told.push([step, result.event, scope]);
    }
    incident = result.incident;
  });
  return told;
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

describe('incidents', () => {
  it('should tell after two bad minutes and again after five good ones, in one thread', () => {
    expect(
      play([...times(10, 'degraded' as const), ...times(12, 'ok' as const)]),
    ).toEqual([
      [4, 'opened', 'scope-1'],
      [20, 'closed', 'scope-1'],
    ]);
  });

  it('should say nothing of what passes quickly', () => {
    expect(
      play([...times(3, 'degraded' as const), ...times(20, 'ok' as const)]),
    ).toEqual([]);
  });

  it('should stay one incident while it comes and goes', () => {
    const flapping = times(20, [
      'degraded',
      'degraded',
      'ok',
      'ok',
      'ok',
    ] as const).flat();
    expect(play([...times(6, 'degraded' as const), ...flapping])).toEqual([
      [4, 'opened', 'scope-1'],
    ]);
  });

  it('should take silence neither for failure nor for recovery', () => {
    expect(play(times(100, 'unsure'))).toEqual([]);
    expect(
      play([
        ...times(6, 'degraded' as const),
        ...times(100, 'unsure' as const),
      ]),
    ).toEqual([[4, 'opened', 'scope-1']]);
  });

  it('should tell when a burning budget is gone, in the same thread', () => {
    expect(
      play([
        ...times(6, 'burning-fast' as const),
        ...times(6, 'exhausted' as const),
      ]),
    ).toEqual([
      [4, 'opened', 'scope-1'],
      [6, 'worsened', 'scope-1'],
    ]);
  });

  it('should never tell of a recovery from what it has not told', () => {
    const level = fc.constantFrom<Observation['level']>(
      'ok',
      'unsure',
      'degraded',
      'burning-fast',
      'exhausted',
    );
    fc.assert(
      fc.property(fc.array(level, { maxLength: 200 }), levels => {
        let isOpen = false;
        for (const [, event] of play(levels)) {
          expect(event === 'opened').toBe(!isOpen);
          isOpen = event !== 'closed';
        }
      }),
    );
  });

  it('should take what is Progressing for half an hour for an incident', () => {
    const after = (minutes: number) =>
      observeHealth(
        { health: 'Progressing', healthSince: '2026-11-20T12:00:00Z' },
        Date.parse('2026-11-20T12:00:00Z') + minutes * 60_000,
      ).level;
    expect(after(29)).toBe('unsure');
    expect(after(30)).toBe('degraded');
  });

  it('should end no incident on a health that proves nothing', () => {
    const level = (health: EnvironmentSummary['health'], code?: string) =>
      observeHealth(
        { health, reason: code ? { code, message: '' } : undefined },
        0,
      ).level;
    expect(level('Degraded')).toBe('degraded');
    expect(level('Missing')).toBe('degraded');
    expect(level('Healthy')).toBe('ok');
    expect(level('Healthy', 'VolumeNearlyFull')).toBe('ok');
    expect(level('Healthy', 'FrequentRestarts')).toBe('unsure');
    expect(level('Healthy', 'FrequentOOMKills')).toBe('unsure');
    expect(level('Progressing')).toBe('unsure');
    expect(level('Unknown')).toBe('unsure');
    expect(observeSlo('success', 'no-data')).toEqual({
      subject: 'slo:success',
      level: 'unsure',
    });
    expect(observeSlo('success', 'burning-slow').level).toBe('unsure');
  });
});
