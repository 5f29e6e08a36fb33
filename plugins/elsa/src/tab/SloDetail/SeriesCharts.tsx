import type {
  SloSeries,
  SloState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { type ReactNode, useId, useMemo } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { type Format } from '../../ui/format';
import { useFormat } from '../../ui/useFormat';
import { useReducedMotion } from './useReducedMotion';
import { useTexts } from '../../ui/useTexts';
import { SLO_APPEARANCE } from '../../ui/tones';
import tones from '../../ui/tones.module.css';
import {
  type ChartPoint,
  chartPoints,
  lowestValue,
  ratioTicks,
} from './chartPoints';
import styles from './SloDetail.module.css';

const HEIGHT = 200;
const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };
const Y_AXIS_WIDTH = 64;
const X_TICKS = 6;

/** Round figures between the ends. */
function xTicks({ fromSeconds, toSeconds }: SloSeries): number[] {
  const step = (toSeconds - fromSeconds) / X_TICKS;
  return Array.from(
    { length: X_TICKS + 1 },
    (_, index) => (fromSeconds + step * index) * 1_000,
  );
}

function useDayFormat(format: Format) {
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(format.language, {
      day: 'numeric',
      month: 'short',
    });
    return (time: number) => day.format(new Date(time));
  }, [format]);
}

interface FigureProps {
  title: string;
  /** What the dashed line stands for. */
  dashed: string;
  points: ChartPoint[];
  series: SloSeries;
  format: Format;
  percent: (ratio: number) => string;
  children: ReactNode;
}

/**
 * A chart with its heading, and in words what it shows. It is an image, so there
 * is nothing in it to focus: the layer of the library would be a nameless stop.
 */
function Figure(props: FigureProps) {
  const { title, dashed, points, series, format, percent, children } = props;
  const { t } = useTexts();
  const id = useId();
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const summary = t('slo.chartSummary', {
    title,
    first: percent(values[0]),
    last: percent(values[values.length - 1]),
    lowest: percent(Math.min(...values)),
    from: format.dateTime(series.fromSeconds * 1_000),
    to: format.dateTime(series.toSeconds * 1_000),
  });
  return (
    <figure className={styles.figure} aria-labelledby={id}>
      <figcaption id={id} className={styles.heading}>
        {title}
        <span className={styles.dashed}>{dashed}</span>
      </figcaption>
      <div role="img" aria-label={summary}>
        <ResponsiveContainer width="100%" height={HEIGHT}>
          {children as JSX.Element}
        </ResponsiveContainer>
      </div>
    </figure>
  );
}

/** Budget burn-down against even spending, and the service level over time. */
export function SeriesCharts(props: { series: SloSeries; state: SloState }) {
  const { series, state } = props;
  const { t } = useTexts();
  const format = useFormat();
  const day = useDayFormat(format);
  const isAnimated = !useReducedMotion();
  const remaining = chartPoints(series.remaining, series.stepSeconds);
  const sli = chartPoints(series.sli, series.stepSeconds);
  const budgetTicks = ratioTicks(lowestValue(remaining, 0));
  const sliTicks = ratioTicks(lowestValue(sli, series.objective));
  const percent = (ratio: number) => format.percent(ratio);
  const finePercent = (ratio: number) => format.percent(ratio, 3);
  const { fromSeconds, toSeconds } = series;

  const axes = (tickFormatter: (value: number) => string, ticks: number[]) => [
    <CartesianGrid key="grid" vertical={false} stroke="var(--elsa-track)" />,
    <XAxis
      key="x"
      dataKey="time"
      type="number"
      domain={[fromSeconds * 1_000, toSeconds * 1_000]}
      ticks={xTicks(series)}
      tickFormatter={day}
      stroke="var(--elsa-muted)"
      tickLine={false}
      fontSize={12}
    />,
    <YAxis
      key="y"
      domain={[ticks[0], 1]}
      ticks={ticks}
      tickFormatter={tickFormatter}
      width={Y_AXIS_WIDTH}
      stroke="var(--elsa-muted)"
      tickLine={false}
      axisLine={false}
      fontSize={12}
    />,
    <Tooltip
      key="tooltip"
      isAnimationActive={false}
      separator=": "
      contentStyle={{
        background: 'var(--bui-bg-neutral-1)',
        border: '1px solid var(--bui-border-1)',
        borderRadius: 'var(--bui-radius-2)',
        color: 'var(--bui-fg-primary)',
      }}
      labelFormatter={label => format.dateTime(Number(label))}
      formatter={value => tickFormatter(Number(value))}
    />,
  ];

  return (
    <div className={`${styles.charts} ${tones[SLO_APPEARANCE[state].tone]}`}>
      {remaining.length > 0 && (
        <Figure
          title={t('slo.burnDown')}
          dashed={t('slo.burnDownExpected')}
          {...{ points: remaining, series, format, percent }}
        >
          <ComposedChart
            data={remaining}
            margin={MARGIN}
            accessibilityLayer={false}
          >
            {axes(percent, budgetTicks)}
            <ReferenceLine
              segment={[
                { x: fromSeconds * 1_000, y: 1 },
                { x: toSeconds * 1_000, y: 0 },
              ]}
              stroke="var(--elsa-muted)"
              strokeDasharray="4 4"
            />
            <ReferenceLine y={0} stroke="var(--bui-border-2)" />
            <Area
              name={t('slo.burnDownActual')}
              dataKey="value"
              stroke="var(--tone-fg)"
              fill="var(--tone-fill)"
              fillOpacity={0.18}
              strokeWidth={2}
              connectNulls={false}
              isAnimationActive={isAnimated}
            />
          </ComposedChart>
        </Figure>
      )}
      {sli.length > 0 && (
        <Figure
          title={t('slo.sliOverTime')}
          dashed={t('slo.objectiveLine', {
            percent: format.percent(series.objective, 4),
          })}
          {...{ points: sli, series, format, percent: finePercent }}
        >
          <ComposedChart data={sli} margin={MARGIN} accessibilityLayer={false}>
            {axes(finePercent, sliTicks)}
            <ReferenceLine
              y={series.objective}
              stroke="var(--elsa-muted)"
              strokeDasharray="4 4"
            />
            <Line
              name={t('slo.sli')}
              dataKey="value"
              dot={false}
              stroke="var(--tone-fg)"
              strokeWidth={1.5}
              connectNulls={false}
              isAnimationActive={isAnimated}
            />
          </ComposedChart>
        </Figure>
      )}
    </div>
  );
}
