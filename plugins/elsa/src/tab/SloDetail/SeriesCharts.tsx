import type {
  Deployment,
  SloSeries,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useFormat } from '../../ui/useFormat';
import { useReducedMotion } from './useReducedMotion';
import { useTexts } from '../../ui/useTexts';
import { SLO_APPEARANCE } from '../../ui/tones';
import tones from '../../ui/tones.module.css';
import { burnTicks } from './burnTicks';
import {
  type ChartPoint,
  chartPoints,
  highestValue,
  lowestValue,
  ratioTicks,
} from './chartPoints';
import { Figure } from './Figure';
import { deploymentMarks, incidentMarks } from './marks';
import { timeTicks, useTimeFormat } from './timeAxis';
import styles from './SloDetail.module.css';

const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };
const Y_AXIS_WIDTH = 64;

/** Room below the objective, so that its line is not the edge of the chart. */
const BELOW_OBJECTIVE = 0.25;

interface ChartProps {
  series: SloSeries;
  deployments?: Deployment[];
}

/** What every chart has: axes of the same period, and the same marks. */
function useFrame({ series, deployments }: ChartProps) {
  const format = useFormat();
  const time = useTimeFormat(series);
  const incidents = incidentMarks(series);
  const rollouts = deploymentMarks(series, deployments);
  return (
    write: (value: number) => string,
    ticks: number[],
    options: {
      scale?: 'linear' | 'sqrt';
      /** Shorter than `write`. */
      tick?: (value: number) => string;
    } = {},
  ) => [
    <CartesianGrid key="grid" vertical={false} stroke="var(--elsa-track)" />,
    ...incidents.map(({ key, fromTime, toTime }) => (
      <ReferenceArea
        key={`incident ${key}`}
        x1={fromTime}
        x2={toTime}
        className={styles.incident}
      />
    )),
    ...rollouts.map(({ at, name }) => (
      <ReferenceLine
        key={`deployment ${name} ${at}`}
        x={Date.parse(at)}
        className={styles.deployment}
      />
    )),
    <XAxis
      key="x"
      dataKey="time"
      type="number"
      domain={[series.fromSeconds * 1_000, series.toSeconds * 1_000]}
      ticks={timeTicks(series)}
      tickFormatter={time}
      stroke="var(--elsa-muted)"
      tickLine={false}
      fontSize={12}
    />,
    <YAxis
      key="y"
      scale={options.scale ?? 'linear'}
      domain={[ticks[0], ticks[ticks.length - 1]]}
      ticks={ticks}
      tickFormatter={options.tick ?? write}
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
      formatter={value => write(Number(value))}
    />,
  ];
}

const dashedLine = (value: number) => (
  <ReferenceLine
    key={`dashed ${value}`}
    y={value}
    stroke="var(--elsa-muted)"
    strokeDasharray="4 4"
  />
);

const pointsOf = (series: SloSeries, points: SloSeries['sli']): ChartPoint[] =>
  chartPoints(points, series.stepSeconds);

/** What is left of the budget over the rolling window. */
function BudgetChart(props: ChartProps) {
  const { series } = props;
  const { t } = useTexts();
  const format = useFormat();
  const frame = useFrame(props);
  const isAnimated = !useReducedMotion();
  const points = pointsOf(series, series.remaining);
  const write = (ratio: number) => format.percent(ratio);
  return (
    <Figure title={t('slo.burnDown')} {...{ points, series, write }}>
      <ComposedChart data={points} margin={MARGIN} accessibilityLayer={false}>
        {frame(write, ratioTicks(lowestValue(points, 0)))}
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
  );
}

/** The service level of each step, on an axis with the objective. */
function LevelChart(props: ChartProps) {
  const { series } = props;
  const { objective } = series;
  const { t } = useTexts();
  const format = useFormat();
  const frame = useFrame(props);
  const isAnimated = !useReducedMotion();
  const points = pointsOf(series, series.sli);
  const write = (ratio: number) => format.percent(ratio, 3);
  const floor = objective - (1 - objective) * BELOW_OBJECTIVE;
  return (
    <Figure
      title={t('slo.sliOverTime')}
      dashed={t('slo.objectiveLine', { percent: format.percent(objective, 4) })}
      {...{ points, series, write }}
    >
      <ComposedChart data={points} margin={MARGIN} accessibilityLayer={false}>
        {frame(write, ratioTicks(lowestValue(points, floor)))}
        {dashedLine(objective)}
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
  );
}

/** How fast the budget goes, against the burn rates at which alerts fire. */
function BurnChart(props: ChartProps & { slo: SloStatus }) {
  const { series, slo } = props;
  const { t } = useTexts();
  const format = useFormat();
  const frame = useFrame(props);
  const isAnimated = !useReducedMotion();
  const points = pointsOf(series, series.burnRate);
  const thresholds = [...new Set(slo.alerts.map(({ factor }) => factor))];
  const write = (value: number) => format.factor(value);
  return (
    <Figure
      title={t('slo.burnOverTime')}
      dashed={
        thresholds.length > 0
          ? t('slo.thresholdLines', {
              factors: thresholds.map(write).join(', '),
            })
          : undefined
      }
      isHighBad
      {...{ points, series, write }}
    >
      <ComposedChart data={points} margin={MARGIN} accessibilityLayer={false}>
        {frame(write, burnTicks(highestValue(points, 0), thresholds), {
          scale: 'sqrt',
        })}
        {thresholds.map(dashedLine)}
        <Line
          name={t('slo.burnOverTime')}
          dataKey="value"
          dot={false}
          stroke="var(--tone-fg)"
          strokeWidth={1.5}
          connectNulls={false}
          isAnimationActive={isAnimated}
        />
      </ComposedChart>
    </Figure>
  );
}

/** How much there was to fail. */
function TrafficChart(props: ChartProps) {
  const { series } = props;
  const { t } = useTexts();
  const format = useFormat();
  const frame = useFrame(props);
  const isAnimated = !useReducedMotion();
  const points = pointsOf(series, series.traffic);
  const write = (value: number) =>
    t('slo.perSecond', { rate: format.number(value, 2) });
  const top = highestValue(points, 0) || 1;
  return (
    <Figure title={t('slo.traffic')} {...{ points, series, write }}>
      <ComposedChart data={points} margin={MARGIN} accessibilityLayer={false}>
        {frame(write, [0, top / 2, top], {
          // The heading says of what, and the axis is narrow.
          tick: value => format.number(value, 2),
        })}
        <Area
          name={t('slo.traffic')}
          dataKey="value"
          stroke="var(--elsa-muted)"
          fill="var(--elsa-muted)"
          fillOpacity={0.15}
          strokeWidth={1.5}
          connectNulls={false}
          isAnimationActive={isAnimated}
        />
      </ComposedChart>
    </Figure>
  );
}

/** Budget, service level, burn rate and traffic over the same period, with what happened in it. */
export function SeriesCharts(props: {
  series: SloSeries;
  slo: SloStatus;
  deployments?: Deployment[];
}) {
  const { series, slo } = props;
  return (
    <div
      className={`${styles.charts} ${tones[SLO_APPEARANCE[slo.state].tone]}`}
    >
      {series.remaining.length > 0 && <BudgetChart {...props} />}
      {series.sli.length > 0 && <LevelChart {...props} />}
      {series.burnRate.length > 0 && <BurnChart {...props} />}
      {series.traffic.length > 0 && <TrafficChart {...props} />}
    </div>
  );
}
