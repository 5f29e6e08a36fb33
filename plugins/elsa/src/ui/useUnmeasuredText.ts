import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from './useTexts';

const KEYS = {
  'not-configured': 'slo.unmeasured.notConfigured',
  'not-read': 'slo.unmeasured.notRead',
  'no-series': 'slo.unmeasured.noSeries',
} as const satisfies Record<NonNullable<SloStatus['unmeasured']>, string>;

/** Says why an SLO that is defined has no figures; undefined where it has. */
export function useUnmeasuredText(): (
  slo: Pick<SloStatus, 'unmeasured'>,
) => string | undefined {
  const { t } = useTexts();
  return ({ unmeasured }) => unmeasured && t(KEYS[unmeasured]);
}
