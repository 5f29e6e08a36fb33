import type {
  EnvironmentSummary,
  HealthStatus,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Incident, IncidentLevel } from '../model';
import { storableText } from '../text';

/** What the column of the database holds; names of SLOs come from metrics. */
const MAX_SUBJECT_LENGTH = 128;

/** What an owner is told about: the environment's health, or one SLO. */
export interface Observation {
  /** `health`, or `slo:` and the SLO's name. */
  subject: string;
  /** `ok`: nothing wrong; `unsure`: neither good nor bad, keeps what was. */
  level: 'ok' | 'unsure' | IncidentLevel;
}

/** A rollout of many pods takes longer than one pod may. */
const STUCK_PROGRESSING_MS = 30 * 60 * 1000;

/** Remarks on what works between two faults: the next one is a matter of time. */
const RECURRING_FAULTS = new Set(['FrequentRestarts', 'FrequentOOMKills']);

/** Whether an environment is on its way for longer than any way is. */
function isStuckProgressing(
  { health, healthSince }: Pick<EnvironmentSummary, 'health' | 'healthSince'>,
  nowMs: number,
): boolean {
  return (
    health === 'Progressing' &&
    healthSince !== undefined &&
    nowMs - Date.parse(healthSince) >= STUCK_PROGRESSING_MS
  );
}

/**
 * `Unknown`, `Progressing` and the like end no incident: a rollout that fails
 * again and a cluster that is silent are no recovery. Neither is a moment
 * between two crashes.
 */
export function observeHealth(
  summary: Pick<EnvironmentSummary, 'health' | 'healthSince' | 'reason'>,
  nowMs: number,
): Observation {
  const levels: Partial<Record<HealthStatus, Observation['level']>> = {
    Healthy: RECURRING_FAULTS.has(summary.reason?.code ?? '') ? 'unsure' : 'ok',
    Suspended: 'ok',
    Progressing: isStuckProgressing(summary, nowMs) ? 'degraded' : 'unsure',
    Degraded: 'degraded',
    Missing: 'degraded',
  };
  return { subject: 'health', level: levels[summary.health] ?? 'unsure' };
}

export function observeSlo(name: string, state: SloState): Observation {
  const levels: Partial<Record<SloState, Observation['level']>> = {
    ok: 'ok',
    'at-risk': 'ok',
    'burning-fast': 'burning-fast',
    exhausted: 'exhausted',
  };
  return {
    subject: storableText(`slo:${name}`, MAX_SUBJECT_LENGTH),
    level: levels[state] ?? 'unsure',
  };
}

export type IncidentEvent = 'opened' | 'worsened' | 'closed';

/** How bad a level is: only what gets worse is told again. */
const SEVERITY: Record<IncidentLevel, number> = {
  degraded: 1,
  'burning-fast': 1,
  exhausted: 2,
};

export interface IncidentTimes {
  openAfterMs: number;
  closeAfterMs: number;
}

/**
 * The next state of an incident, and what to tell. What comes and goes faster
 * than the configured times opens nothing and closes nothing.
 *
 * @param newScope - makes the name of a new thread
 */
export function advanceIncident(
  incident: Incident | undefined,
  level: Observation['level'],
  nowMs: number,
  times: IncidentTimes,
  newScope: () => string,
): { incident: Incident | undefined; event?: IncidentEvent } {
  if (!incident) {
    return level === 'ok' || level === 'unsure'
      ? { incident }
      : advanceOpening(
          { state: 'opening', level, changedAtMs: nowMs, scope: newScope() },
          level,
          nowMs,
          times,
        );
  }
  switch (incident.state) {
    case 'opening':
      return advanceOpening(incident, level, nowMs, times);
    case 'open':
      return advanceOpen(incident, level, nowMs, times);
    default:
      return advanceClosing(incident, level, nowMs, times);
  }
}

type Advance = ReturnType<typeof advanceIncident>;

function advanceOpening(
  incident: Incident,
  level: Observation['level'],
  nowMs: number,
  { openAfterMs }: IncidentTimes,
): Advance {
  if (level === 'ok') {
    return { incident: undefined };
  }
  const next = level === 'unsure' ? incident : { ...incident, level };
  return nowMs - incident.changedAtMs >= openAfterMs && level !== 'unsure'
    ? {
        incident: {
          ...next,
          state: 'open',
          changedAtMs: nowMs,
          openedAtMs: nowMs,
        },
        event: 'opened',
      }
    : { incident: next };
}

function advanceOpen(
  incident: Incident,
  level: Observation['level'],
  nowMs: number,
  times: IncidentTimes,
): Advance {
  if (level === 'ok') {
    return advanceClosing(
      { ...incident, state: 'closing', changedAtMs: nowMs },
      level,
      nowMs,
      times,
    );
  }
  if (level === 'unsure') {
    return { incident };
  }
  return {
    incident: { ...incident, level },
    event: SEVERITY[level] > SEVERITY[incident.level] ? 'worsened' : undefined,
  };
}

function advanceClosing(
  incident: Incident,
  level: Observation['level'],
  nowMs: number,
  { closeAfterMs }: IncidentTimes,
): Advance {
  if (level === 'unsure') {
    return { incident };
  }
  if (level !== 'ok') {
    // The same incident goes on, in the same thread and without a word.
    return {
      incident: { ...incident, state: 'open', level, changedAtMs: nowMs },
      event:
        SEVERITY[level] > SEVERITY[incident.level] ? 'worsened' : undefined,
    };
  }
  return nowMs - incident.changedAtMs >= closeAfterMs
    ? { incident: undefined, event: 'closed' }
    : { incident };
}
