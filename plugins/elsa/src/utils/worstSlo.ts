import type {
  SloState,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** From best to worst. Missing data is worse than a kept promise, better than a broken one. */
const ORDER: SloState[] = [
  'ok',
  'no-data',
  'at-risk',
  'burning-slow',
  'burning-fast',
  'exhausted',
];

/** The SLO in the worst state; of those the one with the least budget left. */
export function worstSlo(slos: SloStatus[]): SloStatus | undefined {
  return [...slos].sort(
    (a, b) =>
      ORDER.indexOf(b.state) - ORDER.indexOf(a.state) ||
      (a.remaining ?? 1) - (b.remaining ?? 1),
  )[0];
}
