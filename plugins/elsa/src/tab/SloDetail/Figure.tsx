import type { SloSeries } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { type ReactNode, useId } from 'react';
import { ResponsiveContainer } from 'recharts';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import type { ChartPoint } from './chartPoints';
import styles from './SloDetail.module.css';

const HEIGHT = 200;

export interface FigureProps {
  title: string;
  /** What the dashed lines stand for. */
  dashed?: string;
  points: ChartPoint[];
  series: SloSeries;
  /** Whether the highest value is the bad one. */
  isHighBad?: boolean;
  write: (value: number) => string;
  children: ReactNode;
}

/**
 * A chart with its heading, and in words what it shows. It is an image, so there
 * is nothing in it to focus: the layer of the library would be a nameless stop.
 */
export function Figure(props: FigureProps) {
  const { title, dashed, points, series, isHighBad, write, children } = props;
  const { t } = useTexts();
  const format = useFormat();
  const id = useId();
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const words = {
    title,
    first: write(values[0]),
    last: write(values[values.length - 1]),
    from: format.dateTime(series.fromSeconds * 1_000),
    to: format.dateTime(series.toSeconds * 1_000),
  };
  const summary = isHighBad
    ? t('slo.chartSummaryHighest', {
        ...words,
        highest: write(Math.max(...values)),
      })
    : t('slo.chartSummary', { ...words, lowest: write(Math.min(...values)) });
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.heading}>
        {title}
        {dashed && <span className={styles.dashed}>{dashed}</span>}
      </figcaption>
      <div role="img" aria-label={summary}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          {children as JSX.Element}
        </ResponsiveContainer>
      </div>
    </figure>
  );
}
