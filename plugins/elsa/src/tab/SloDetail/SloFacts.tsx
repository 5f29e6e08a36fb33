import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { Age } from '../../ui/Age';
import { useBudgetText } from '../../ui/useBudgetText';
import { SloStateLabel } from '../../ui/StatusLabel';
import styles from './SloDetail.module.css';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Objective, budget, what is left of it and how long that lasts. */
export function SloFacts({ slo }: { slo: SloStatus }) {
  const { t } = useTexts();
  const format = useFormat();
  const budgetText = useBudgetText();
  const exhaustion = () => {
    if (slo.remaining === null) {
      return t('slo.noBudgetData');
    }
    if (slo.remaining <= 0) {
      return t('slo.exhaustionGone');
    }
    return slo.exhaustionSeconds === null
      ? t('slo.exhaustionNever')
      : format.duration(slo.exhaustionSeconds);
  };
  return (
    <dl className={styles.facts}>
      <Fact label={t('alerts.state')}>
        <SloStateLabel state={slo.state} />
      </Fact>
      <Fact label={t('slo.objective')}>
        {t('slo.objectiveValue', {
          percent: format.percent(slo.objective, 4),
          window: format.duration(slo.windowSeconds),
        })}
      </Fact>
      <Fact label={t('slo.budget')}>
        {t('slo.budgetValue', {
          // 1 - 0.9999 is 0.00009999999999998899; the budget is 0.01 %.
          budget: format.percent(Number(slo.errorBudget.toFixed(9)), 4),
          minutes: format.duration(slo.errorBudget * slo.windowSeconds),
        })}
      </Fact>
      <Fact label={t('slo.left')}>
        {slo.remaining !== null && slo.remaining >= 0
          ? format.percent(slo.remaining)
          : budgetText(slo.remaining)}
      </Fact>
      <Fact label={t('slo.exhaustion')}>{exhaustion()}</Fact>
      <Fact label={t('slo.evaluatedFrom')}>{t(`slo.from.${slo.from}`)}</Fact>
      {slo.evaluatedAt && (
        <Fact label={t('slo.evaluatedAt')}>
          <Age time={slo.evaluatedAt} />
        </Fact>
      )}
    </dl>
  );
}
