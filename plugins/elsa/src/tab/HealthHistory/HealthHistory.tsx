import { useApi } from '@backstage/frontend-plugin-api';
import type {
  EnvironmentStatus,
  HealthTransition,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Button, Skeleton } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { elsaApiRef } from '../../data/elsaApiRef';
import { useFormat } from '../../ui/useFormat';
import { useLiveData } from '../../data/useLiveData';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { HEALTH_APPEARANCE } from '../../ui/tones';
import { localizeTimes } from '../../ui/localizeTimes';
import { useErrorText } from '../../ui/useErrorText';
import { Age } from '../../ui/Age';
import { Section } from '../../ui/Section';
import { HealthLabel } from '../../ui/StatusLabel';
import tones from '../../ui/tones.module.css';
import { type HealthPeriod, healthPeriods } from './healthPeriods';
import styles from './HealthHistory.module.css';

const PAGE = 20;

/** The periods as a bar from left (oldest) to right (now). */
function Bar({ periods }: { periods: HealthPeriod[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const oldest = periods[periods.length - 1];
  const length = (period: HealthPeriod) =>
    format.duration((period.to - period.from) / 1_000);
  return (
    <div>
      <div
        className={styles.bar}
        role="img"
        aria-label={t('history.bar', { from: format.dateTime(oldest.from) })}
      >
        {[...periods].reverse().map(period => (
          <span
            key={period.from}
            className={`${styles.period} ${styles[period.status.toLocaleLowerCase('en-US')] ?? ''} ${tones[HEALTH_APPEARANCE[period.status].tone]}`}
            style={{ flexGrow: Math.max(1, period.to - period.from) }}
            title={t('history.covered', {
              health: t(`health.${period.status}`),
              duration: length(period),
            })}
          />
        ))}
      </div>
      <div className={styles.ends} aria-hidden>
        <span>{format.dateTime(oldest.from)}</span>
        <span>{t('history.now')}</span>
      </div>
    </div>
  );
}

function Period({ period }: { period: HealthPeriod }) {
  const { t } = useTexts();
  const format = useFormat();
  const duration = format.duration((period.to - period.from) / 1_000);
  return (
    <li className={styles.row}>
      <HealthLabel health={period.status} isPartial={period.isPartial} />
      <span className={styles.time}>
        <Age time={period.from} />,{' '}
        {period.isOngoing
          ? t('history.ongoing')
          : t('history.lasted', { duration })}
      </span>
      {period.reason && (
        <span className={styles.reason} lang="en">
          {localizeTimes(period.reason.message, format)}
        </span>
      )}
    </li>
  );
}

/** Reads page after page until as many changes as wanted are there. */
function useTransitions(status: EnvironmentStatus, wanted: number) {
  const elsaApi = useApi(elsaApiRef);
  const { entityRef, health } = status;
  const live = useLiveData({
    key: entityRef,
    load: async signal => {
      const items: HealthTransition[] = [];
      let cursor: string | undefined;
      do {
        const page = await elsaApi.getTransitions(
          entityRef,
          { limit: PAGE, cursor },
          { signal },
        );
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor && items.length < wanted);
      return { items, hasMore: cursor !== undefined };
    },
  });

  const { reload } = live;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
    } else {
      reload();
    }
    // A change of health is a new line of the history.
  }, [wanted, health.status, health.since, reload]);
  return live;
}

/** How the health changed, as a bar and as a list. */
export function HealthHistory({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const errorText = useErrorText();
  const now = useNow();
  const [wanted, setWanted] = useState(PAGE);
  const { data, error } = useTransitions(status, wanted);
  const periods = data ? healthPeriods(data.items, now) : [];
  return (
    <Section title={t('history.title')}>
      {!data && !error && (
        <Skeleton
          width="100%"
          height={80}
          role="status"
          aria-label={t('states.loading')}
        />
      )}
      {!data && error && (
        <p role="status" className={styles.note}>
          {t('history.failed', { message: errorText(error) })}
        </p>
      )}
      {data?.items.length === 0 && (
        <p className={styles.note}>{t('history.none')}</p>
      )}
      {periods.length > 0 && (
        <>
          <Bar periods={periods} />
          <ol className={styles.list}>
            {periods.map(period => (
              <Period key={period.from} period={period} />
            ))}
          </ol>
        </>
      )}
      {data?.hasMore && (
        <Button
          size="small"
          variant="secondary"
          className={styles.more}
          onPress={() => setWanted(wanted + PAGE)}
        >
          {t('history.more')}
        </Button>
      )}
    </Section>
  );
}
