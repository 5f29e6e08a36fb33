import type {
  HealthStatus,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiAlertFill,
  RiBatteryLowLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiFireFill,
  RiFireLine,
  RiGhostLine,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionFill,
  type RemixiconComponentType,
} from '@remixicon/react';

/** Families of colour; a state is never told by them alone. */
export type Tone =
  'positive' | 'announcement' | 'warning' | 'negative' | 'neutral';

/** How a state looks: a colour family and an icon of its own shape. */
export interface Appearance {
  tone: Tone;
  icon: RemixiconComponentType;
}

export const HEALTH_APPEARANCE: Record<HealthStatus, Appearance> = {
  Healthy: { tone: 'positive', icon: RiCheckboxCircleFill },
  Suspended: { tone: 'neutral', icon: RiPauseCircleFill },
  Progressing: { tone: 'announcement', icon: RiLoader4Line },
  Missing: { tone: 'warning', icon: RiGhostLine },
  Degraded: { tone: 'negative', icon: RiCloseCircleFill },
  Unknown: { tone: 'neutral', icon: RiQuestionFill },
};

export const SLO_APPEARANCE: Record<SloState, Appearance> = {
  ok: { tone: 'positive', icon: RiCheckboxCircleFill },
  'at-risk': { tone: 'warning', icon: RiAlertFill },
  'burning-slow': { tone: 'warning', icon: RiFireLine },
  'burning-fast': { tone: 'negative', icon: RiFireFill },
  exhausted: { tone: 'negative', icon: RiBatteryLowLine },
  'no-data': { tone: 'neutral', icon: RiQuestionFill },
};

/** Argo CD's words for sync; anything else is shown as it came. */
export function syncAppearance(sync: string | undefined): Appearance {
  switch (sync) {
    case 'Synced':
      return { tone: 'positive', icon: RiCheckboxCircleFill };
    case 'OutOfSync':
      return { tone: 'warning', icon: RiAlertFill };
    default:
      return { tone: 'neutral', icon: RiQuestionFill };
  }
}
