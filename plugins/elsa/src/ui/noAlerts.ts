import type { AlertReadability } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiCheckboxCircleFill,
  RiQuestionFill,
  RiTimeLine,
} from '@remixicon/react';
import type { Appearance } from './tones';

const UNKNOWN: Appearance = { tone: 'neutral', icon: RiQuestionFill };

/** What an environment without alerts shows: none is good news only where it was read. */
export const NO_ALERTS = {
  readable: {
    appearance: { tone: 'positive', icon: RiCheckboxCircleFill },
    text: 'alerts.none',
  },
  stale: {
    appearance: { tone: 'warning', icon: RiTimeLine },
    text: 'alerts.stale',
  },
  unavailable: { appearance: UNKNOWN, text: 'alerts.unavailable' },
  'not-configured': { appearance: UNKNOWN, text: 'alerts.notConfigured' },
} as const satisfies Record<
  AlertReadability,
  { appearance: Appearance; text: string }
>;
