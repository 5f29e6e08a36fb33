import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Deployment,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Skeleton } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { elsaApiRef } from '../../data/elsaApiRef';
import { useLiveData } from '../../data/useLiveData';
import { useTexts } from '../../ui/useTexts';
import { useErrorText } from '../../ui/useErrorText';
import { WhenVisible } from '../WhenVisible';
import { MarkList } from './MarkList';
import { RangeChoice } from './RangeChoice';
import styles from './SloDetail.module.css';

/** The chart library is a chunk of its own, loaded when a chart is first seen. */
const SeriesCharts = lazy(() =>
  import('./SeriesCharts').then(module => ({ default: module.SeriesCharts })),
);

/** A step for each pixel would be wasted on a chart of this width. */
const CHART_WIDTH = 480;

function Placeholder() {
  const { t } = useTexts();
  return (
    <div
      className={styles.charts}
      aria-busy
      role="status"
      aria-label={t('slo.chartLoading')}
    >
      <Skeleton width="100%" height={200} />
      <Skeleton width="100%" height={200} />
    </div>
  );
}

interface SloChartsProps {
  entityRef: string;
  slo: SloStatus;
  /** When there were new revisions; absent when that is not known. */
  deployments?: Deployment[];
}

function LoadedCharts(props: SloChartsProps & { rangeSeconds: number }) {
  const { entityRef, slo, deployments, rangeSeconds } = props;
  const { t } = useTexts();
  const errorText = useErrorText();
  const elsaApi = useApi(elsaApiRef);
  const { data, error } = useLiveData({
    key: `${entityRef}/${slo.name}/${rangeSeconds}`,
    load: signal =>
      elsaApi.getSloSeries(
        entityRef,
        slo.name,
        { width: CHART_WIDTH, rangeSeconds },
        { signal },
      ),
    // A month on 480 pixels does not change with each push; the interval does.
  });
  if (error && !data) {
    return (
      <p role="status" className={styles.description}>
        {t('slo.chartFailed', { message: errorText(error) })}
      </p>
    );
  }
  if (!data) {
    return <Placeholder />;
  }
  if (data.sli.length === 0 && data.remaining.length === 0) {
    return <p className={styles.description}>{t('slo.chartEmpty')}</p>;
  }
  return (
    <Suspense fallback={<Placeholder />}>
      <SeriesCharts series={data} slo={slo} deployments={deployments} />
      <MarkList series={data} deployments={deployments} />
    </Suspense>
  );
}

/** The course of an SLO over a period that the reader chooses. */
export function SloCharts(props: SloChartsProps) {
  const { windowSeconds } = props.slo;
  const [rangeSeconds, setRangeSeconds] = useState(windowSeconds);
  return (
    <WhenVisible placeholder={<Placeholder />}>
      <RangeChoice
        windowSeconds={windowSeconds}
        selected={rangeSeconds}
        onSelect={setRangeSeconds}
      />
      <LoadedCharts {...props} rangeSeconds={rangeSeconds} />
    </WhenVisible>
  );
}
