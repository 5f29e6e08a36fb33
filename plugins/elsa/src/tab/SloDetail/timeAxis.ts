import type { SloSeries } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useMemo } from 'react';
import { useFormat } from '../../ui/useFormat';

const TICKS = 6;
const TWO_DAYS_SECONDS = 2 * 86_400;

type Period = Pick<SloSeries, 'fromSeconds' | 'toSeconds'>;

/** Even distances between the ends, in unix milliseconds. */
export function timeTicks({ fromSeconds, toSeconds }: Period): number[] {
  const step = (toSeconds - fromSeconds) / TICKS;
  return Array.from(
    { length: TICKS + 1 },
    (_, index) => (fromSeconds + step * index) * 1_000,
  );
}

/** Writes the time of day within two days, the day beyond. */
export function useTimeFormat(period: Period): (time: number) => string {
  const { language } = useFormat();
  const isShort = period.toSeconds - period.fromSeconds <= TWO_DAYS_SECONDS;
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(
      language,
      isShort
        ? { hour: '2-digit', minute: '2-digit' }
        : { day: 'numeric', month: 'short' },
    );
    return (time: number) => format.format(new Date(time));
  }, [language, isShort]);
}
