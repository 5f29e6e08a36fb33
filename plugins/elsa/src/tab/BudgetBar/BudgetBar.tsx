import type { SloState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { SLO_APPEARANCE } from '../../ui/tones';
import tones from '../../ui/tones.module.css';
import styles from './BudgetBar.module.css';

/** How much of an error budget is left. Decorative: the figure stands beside it in words. */
export function BudgetBar(props: {
  remaining: number | null;
  state: SloState;
}) {
  const { remaining, state } = props;
  const left = Math.min(1, Math.max(0, remaining ?? 0));
  return (
    <span
      className={`${styles.track} ${tones[SLO_APPEARANCE[state].tone]}`}
      aria-hidden
    >
      <span className={styles.left} style={{ width: `${left * 100}%` }} />
    </span>
  );
}
