import type {
  SloStatus,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { BudgetBar } from '../BudgetBar';
import { Panel } from '../../ui/Panel';
import { SloStateLabel } from '../../ui/StatusLabel';
import { NoSlos } from '../NoSlos';
import { useUnmeasuredText } from '../../ui/useUnmeasuredText';
import { useBudgetText } from '../../ui/useBudgetText';
import styles from './SloPanel.module.css';

/** Every SLO with what is left of its budget and how fast that goes. */
export function SloPanel(props: {
  slos: SloStatus[];
  sources: SourceStatus[];
  staleSince?: string;
}) {
  const { slos, sources, staleSince } = props;
  const unmeasuredText = useUnmeasuredText();
  const { t } = useTexts();
  const format = useFormat();
  const budgetText = useBudgetText();
  return (
    <Panel title={t('slo.short')} staleSince={staleSince}>
      <ul className={styles.list}>
        {slos.map(slo => {
          const burn = slo.burnRates['1h'];
          return (
            <li key={slo.name} className={styles.row}>
              <span className={styles.head}>
                <span className={styles.name} title={slo.title}>
                  {slo.title}
                </span>
                <SloStateLabel state={slo.state} />
              </span>
              {!slo.unmeasured && (
                <BudgetBar remaining={slo.remaining} state={slo.state} />
              )}
              <span className={styles.text}>
                {slo.problem ??
                  unmeasuredText(slo) ??
                  budgetText(slo.remaining)}
                {burn !== null && (
                  <span title={t('slo.burnHint')}>
                    {t('slo.burn', { factor: format.factor(burn) })}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <NoSlos slos={slos} sources={sources} />
    </Panel>
  );
}
