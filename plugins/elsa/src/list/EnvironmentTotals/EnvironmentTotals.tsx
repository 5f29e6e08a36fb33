import {
  HEALTH_STATUSES,
  type HealthStatus,
  type ListEnvironmentsResponse,
  type WorstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiAlertFill, RiFireFill, RiShieldKeyholeFill } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { type Appearance, HEALTH_APPEARANCE } from '../../ui/tones';
import tones from '../../ui/tones.module.css';
import styles from './EnvironmentTotals.module.css';

/** Worst first, as the table is sorted. */
const ORDER = [...HEALTH_STATUSES].reverse();

type HealthyWith = ListEnvironmentsResponse['healthyWith'];

/** A health, and of the Healthy ones which fact is the worst. */
interface Tile {
  health: HealthStatus;
  worst?: WorstFact;
  count: number;
}

/** Green is what has nothing worse than its health; the rest of the Healthy ones come first. */
function tilesOf(
  totals: Record<HealthStatus, number>,
  { slo, alerts }: HealthyWith,
): Tile[] {
  const green = totals.Healthy - slo - alerts;
  return ORDER.flatMap((health): Tile[] =>
    health === 'Healthy'
      ? [
          { health, worst: 'slo', count: slo },
          { health, worst: 'alerts', count: alerts },
          { health, worst: 'health', count: green },
        ]
      : [{ health, count: totals[health] }],
  );
}

const OVERSHADOWED: Record<'slo' | 'alerts', Appearance> = {
  slo: { tone: 'negative', icon: RiFireFill },
  alerts: { tone: 'negative', icon: RiAlertFill },
};

function TotalButton(props: {
  appearance: Appearance;
  count: number;
  isPressed: boolean;
  onPress: () => void;
  className?: string;
  title?: string;
  children: ReactNode;
}) {
  const { appearance, count, isPressed, onPress, title, children } = props;
  const { className = '' } = props;
  const format = useFormat();
  const Icon = appearance.icon;
  return (
    <button
      type="button"
      className={`${styles.total} ${className} ${tones[appearance.tone]}`}
      aria-pressed={isPressed}
      title={title}
      onClick={onPress}
    >
      <Icon aria-hidden className={styles.icon} />
      <span className={styles.count}>{format.number(count)}</span>{' '}
      <span>{children}</span>
    </button>
  );
}

/**
 * How many environments are in each health, and how many accept published
 * credentials; a press shows only those. Healthy ones with something worse count
 * apart.
 */
export function EnvironmentTotals(props: {
  totals: Record<HealthStatus, number>;
  healthyWith: HealthyWith;
  selected: HealthStatus[];
  worst?: WorstFact;
  onSelect: (health: HealthStatus[], worst?: WorstFact) => void;
  withFindings: number;
  hasFindings: boolean;
  onFindings: (hasFindings: boolean) => void;
}) {
  const { totals, healthyWith, selected, worst, onSelect } = props;
  const { withFindings, hasFindings, onFindings } = props;
  const { t } = useTexts();
  const format = useFormat();
  const all = ORDER.reduce((sum, health) => sum + totals[health], 0);
  const label = (tile: Tile) => {
    if (tile.worst === 'slo') return t('totals.burning');
    return tile.worst === 'alerts'
      ? t('totals.alerting')
      : t(`health.${tile.health}`);
  };
  const isPressed = (tile: Tile) =>
    selected.length === 1 &&
    selected[0] === tile.health &&
    worst === tile.worst;
  return (
    <div className={styles.totals} role="group" aria-label={t('totals.label')}>
      <div className={styles.all}>
        <span className={styles.count}>{format.number(all)}</span>{' '}
        <span>{t('totals.all', { count: all })}</span>
      </div>
      {tilesOf(totals, healthyWith)
        .filter(tile => tile.count > 0 || isPressed(tile))
        .map(tile => (
          <TotalButton
            key={`${tile.health} ${tile.worst}`}
            appearance={
              tile.worst === 'slo' || tile.worst === 'alerts'
                ? OVERSHADOWED[tile.worst]
                : HEALTH_APPEARANCE[tile.health]
            }
            count={tile.count}
            isPressed={isPressed(tile)}
            onPress={() =>
              isPressed(tile)
                ? onSelect([])
                : onSelect([tile.health], tile.worst)
            }
          >
            {label(tile)}
          </TotalButton>
        ))}
      {(withFindings > 0 || hasFindings) && (
        <TotalButton
          appearance={{ tone: 'negative', icon: RiShieldKeyholeFill }}
          className={styles.findings}
          count={withFindings}
          isPressed={hasFindings}
          title={t('security.markHint')}
          onPress={() => onFindings(!hasFindings)}
        >
          {t('security.findings')}
        </TotalButton>
      )}
    </div>
  );
}
