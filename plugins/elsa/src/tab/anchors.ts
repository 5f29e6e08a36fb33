/** Where the page shows in full what may be worse than the health. */
export const FACT_ANCHORS = {
  slo: 'elsa-slos',
  alerts: 'elsa-alerts',
} as const;
