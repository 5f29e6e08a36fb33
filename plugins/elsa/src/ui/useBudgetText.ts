import { useCallback } from 'react';
import { useFormat } from './useFormat';
import { useTexts } from './useTexts';

/** Says what is left of a budget; `null` is no data, never 100 %. */
export function useBudgetText(): (remaining: number | null) => string {
  const { t } = useTexts();
  const format = useFormat();
  return useCallback(
    remaining => {
      if (remaining === null) {
        return t('slo.noBudgetData');
      }
      return remaining < 0
        ? t('slo.overspent', { percent: format.percent(-remaining) })
        : t('slo.remaining', { percent: format.percent(remaining) });
    },
    [t, format],
  );
}
