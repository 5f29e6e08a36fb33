import {
  HEALTH_STATUSES,
  type HealthStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiShieldKeyholeFill } from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { HEALTH_APPEARANCE } from '../../ui/tones';
import tones from '../../ui/tones.module.css';
import styles from './EnvironmentTotals.module.css';

/** Worst first, as the table is sorted. */
const ORDER = [...HEALTH_STATUSES].reverse();

/** How many environments are in each health, and how many accept published credentials; a press shows only those. */
export function EnvironmentTotals(props: {
  totals: Record<HealthStatus, number>;
  selected: HealthStatus[];
  onSelect: (health: HealthStatus[]) => void;
  withFindings: number;
  hasFindings: boolean;
  onFindings: (hasFindings: boolean) => void;
}) {
  const { totals, selected, onSelect } = props;
  const { withFindings, hasFindings, onFindings } = props;
  const { t } = useTexts();
  const format = useFormat();
  const all = ORDER.reduce((sum, health) => sum + totals[health], 0);
  return (
    <div className={styles.totals} role="group" aria-label={t('totals.label')}>
      <div className={styles.all}>
        <span className={styles.count}>{format.number(all)}</span>{' '}
        <span>{t('totals.all', { count: all })}</span>
      </div>
      {ORDER.filter(
        health => totals[health] > 0 || selected.includes(health),
      ).map(health => {
        const { icon: Icon, tone } = HEALTH_APPEARANCE[health];
        const isOnly = selected.length === 1 && selected[0] === health;
        return (
          <button
            key={health}
            type="button"
            className={`${styles.total} ${tones[tone]}`}
            aria-pressed={isOnly}
            onClick={() => onSelect(isOnly ? [] : [health])}
          >
            <Icon aria-hidden className={styles.icon} />
            <span className={styles.count}>
              {format.number(totals[health])}
            </span>{' '}
            <span>{t(`health.${health}`)}</span>
          </button>
        );
      })}
      {(withFindings > 0 || hasFindings) && (
        <button
          type="button"
          className={`${styles.total} ${styles.findings} ${tones.negative}`}
          aria-pressed={hasFindings}
          title={t('security.markHint')}
          onClick={() => onFindings(!hasFindings)}
        >
          <RiShieldKeyholeFill aria-hidden className={styles.icon} />
          <span className={styles.count}>
            {format.number(withFindings)}
          </span>{' '}
          <span>{t('security.findings')}</span>
        </button>
      )}
    </div>
  );
}
