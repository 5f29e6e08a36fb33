import {
  type AttentionFacts,
  worstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/attention';
import {
  countAlerts,
  type EnvironmentStatus,
  type EnvironmentSummary,
  type WorstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { worstSlo } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { RiAlertFill, RiFireFill } from '@remixicon/react';
import { useFormat } from './useFormat';
import type { Appearance } from './tones';
import { useTexts } from './useTexts';

/** What is worse than the health of an environment, in words. */
export interface AttentionText {
  fact: Exclude<WorstFact, 'health'>;
  text: string;
  appearance: Appearance;
}

/** What the words are made of. */
export interface Facts extends AttentionFacts {
  slo?: EnvironmentSummary['slo'];
}

/** The facts of an environment, as a line of the list has them. */
export function factsOf(status: EnvironmentStatus): Facts {
  const slo = worstSlo(status.slos);
  return {
    health: status.health.status,
    alerts: countAlerts(status.alerts),
    slo: slo && {
      name: slo.name,
      state: slo.state,
      remaining: slo.remaining,
      burnRate: slo.burnRates['1h'] ?? undefined,
      exhaustionSeconds: slo.exhaustionSeconds ?? undefined,
    },
  };
}

const MINUTE = 60;

/** Seconds are noise in a forecast of minutes. */
function wholeMinutes(seconds: number): number {
  return seconds < MINUTE ? seconds : Math.round(seconds / MINUTE) * MINUTE;
}

function useSloText(): (health: string, slo: Facts['slo']) => string {
  const { t } = useTexts();
  const format = useFormat();
  return (health, slo) => {
    const name = slo?.name ?? '';
    if (slo?.state === 'exhausted') {
      return t('attention.exhausted', { health, slo: name });
    }
    if (!slo?.burnRate) {
      return t('attention.burning', { health, slo: name });
    }
    const factor = format.factor(slo.burnRate);
    return slo.exhaustionSeconds === undefined
      ? t('attention.burns', { health, slo: name, factor })
      : t('attention.burnsUntil', {
          health,
          slo: name,
          factor,
          duration: format.duration(wholeMinutes(slo.exhaustionSeconds)),
        });
  };
}

/** Says what is worse than the health; undefined where nothing is. */
export function useAttention(): (facts: Facts) => AttentionText | undefined {
  const { t } = useTexts();
  const sloText = useSloText();
  return facts => {
    const { fact, level } = worstFact(facts);
    if (fact === 'health') {
      return undefined;
    }
    const health = t(`health.${facts.health}`);
    const tone = level === 'urgent' ? 'negative' : 'warning';
    if (fact === 'slo') {
      return {
        fact,
        text: sloText(health, facts.slo),
        appearance: { tone, icon: RiFireFill },
      };
    }
    const { critical = 0, firing } = facts.alerts;
    return {
      fact,
      text:
        critical > 0
          ? t('attention.critical', { health, count: critical })
          : t('attention.firing', { health, count: firing ?? 0 }),
      appearance: { tone, icon: RiAlertFill },
    };
  };
}
