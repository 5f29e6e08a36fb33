import {
  type AlertsSummary,
  HEALTH_STATUSES,
  type HealthStatus,
  type SloState,
  type WorstFact,
} from '../contract';

/** What is looked at; health, SLOs and alerts stay facts of their own. @public */
export interface AttentionFacts {
  health: HealthStatus;
  /** The SLO in the worst state; absent when none is defined. */
  slo?: { state: SloState };
  alerts: Pick<AlertsSummary, 'firing' | 'critical'>;
}

/** The worst of the three facts. @public */
export interface Attention {
  /** Health, unless another fact is worse than it. */
  fact: WorstFact;
  /** How much it asks for; `none` when health speaks for itself. */
  level: 'none' | 'warning' | 'urgent';
  /** Position among environments, 0 = best. */
  rank: number;
}

/** On the scale of health: its position from best to worst. */
const URGENT = HEALTH_STATUSES.indexOf('Degraded');
/** Worse than a rollout, better than something that is gone. */
const WARNING = HEALTH_STATUSES.indexOf('Progressing') + 0.5;

/**
 * A budget at risk is not among these: nothing burns. Nor is one without data,
 * of which nothing bad is known.
 */
const SLO_RANKS: Partial<Record<SloState, number>> = {
  'burning-slow': WARNING,
  'burning-fast': URGENT,
  exhausted: URGENT,
};

function alertsRank({ firing, critical = 0 }: AttentionFacts['alerts']) {
  if (critical > 0) return URGENT;
  return (firing ?? 0) > 0 ? WARNING : 0;
}

/**
 * Which of health, SLOs and alerts is the worst. What people see first (banner,
 * card, order and counts of the list) goes by it, so that nothing is green
 * while users get errors. Of equal facts health comes first, then the SLO: it
 * says what its alert says, with figures.
 *
 * @public
 */
export function worstFact(facts: AttentionFacts): Attention {
  const health = HEALTH_STATUSES.indexOf(facts.health);
  const candidates: Array<[WorstFact, number]> = [
    ['health', health],
    ['slo', (facts.slo && SLO_RANKS[facts.slo.state]) ?? 0],
    ['alerts', alertsRank(facts.alerts)],
  ];
  const [fact, worst] = candidates.reduce((before, next) =>
    next[1] > before[1] ? next : before,
  );
  const level = worst >= URGENT ? 'urgent' : 'warning';
  return {
    fact,
    level: fact === 'health' ? 'none' : level,
    // Health decides between two of which the same fact is as bad.
    rank: worst + health / HEALTH_STATUSES.length / 2,
  };
}
