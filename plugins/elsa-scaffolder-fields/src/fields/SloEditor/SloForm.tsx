import { SLO_INDICATORS } from '@elsa-portal/backstage-plugin-elsa-spec';
import { Button, NumberField, Select, TextField } from '@backstage/ui';
import { RiDeleteBinLine } from '@remixicon/react';
import { useFormat } from '@elsa-portal/backstage-plugin-elsa/shared';
import { checkField, describeIssue } from '../../utils/draftSpec';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import {
  budgetSeconds,
  DEFAULT_WINDOW_DAYS,
  type Slo,
  toPercent,
  toRatio,
} from './objective';
import styles from './SloEditor.module.css';

type SloIndicator = (typeof SLO_INDICATORS)[number];

// A custom indicator needs queries, which belong into the spec, not into a form.
const OFFERED = SLO_INDICATORS.filter(
  (indicator): indicator is Exclude<SloIndicator, 'custom'> =>
    indicator !== 'custom',
);

function findNameProblem(name: string): string | undefined {
  const slo = { name, indicator: 'availability', objective: 0.99 };
  const issue = checkField('slos[0].name', { slos: [slo] });
  return issue && describeIssue(issue);
}

interface SloFieldsProps {
  slo: Slo;
  onChange: (slo: Slo) => void;
  isDisabled?: boolean;
}

/** What the objective is called and what it counts. */
function SubjectFields({ slo, onChange, isDisabled }: SloFieldsProps) {
  const { t } = useScaffolderTexts();
  const nameProblem = findNameProblem(slo.name);
  const changeIndicator = (value: unknown) => {
    const indicator = OFFERED.find(offered => offered === value);
    if (indicator) {
      onChange({
        ...slo,
        indicator,
        thresholdMilliseconds:
          indicator === 'latency' ? slo.thresholdMilliseconds : undefined,
      });
    }
  };
  return (
    <>
      <TextField
        label={t('slo.name')}
        value={slo.name}
        onChange={name => onChange({ ...slo, name })}
        isDisabled={isDisabled}
        validationBehavior="aria"
        validate={() => nameProblem ?? null}
      />
      <Select
        label={t('slo.indicator')}
        options={OFFERED.map(value => ({ value, label: t(`slo.${value}`) }))}
        value={slo.indicator}
        onChange={changeIndicator}
        isDisabled={isDisabled}
      />
    </>
  );
}

/** How much of it has to be good, in which time, and what counts as slow. */
function NumberFields({ slo, onChange, isDisabled }: SloFieldsProps) {
  const { t } = useScaffolderTexts();
  return (
    <>
      <NumberField
        label={t('slo.objective')}
        description={t('slo.objectiveDescription')}
        value={toPercent(slo.objective)}
        minValue={0.00001}
        maxValue={99.99999}
        formatOptions={{ maximumFractionDigits: 5 }}
        onChange={percent => {
          if (Number.isFinite(percent)) {
            onChange({ ...slo, objective: toRatio(percent) });
          }
        }}
        isDisabled={isDisabled}
      />
      <NumberField
        label={t('slo.window')}
        value={slo.windowDays ?? DEFAULT_WINDOW_DAYS}
        minValue={1}
        maxValue={90}
        onChange={days => {
          if (Number.isFinite(days)) {
            onChange({ ...slo, windowDays: Math.round(days) });
          }
        }}
        isDisabled={isDisabled}
      />
      {slo.indicator === 'latency' && (
        <NumberField
          label={t('slo.threshold')}
          value={slo.thresholdMilliseconds ?? Number.NaN}
          minValue={1}
          maxValue={600_000}
          onChange={milliseconds =>
            onChange({
              ...slo,
              thresholdMilliseconds: Number.isFinite(milliseconds)
                ? Math.round(milliseconds)
                : undefined,
            })
          }
          isDisabled={isDisabled}
        />
      )}
    </>
  );
}

/** One objective, with the budget that it gives. */
export function SloForm(props: SloFieldsProps & { onRemove: () => void }) {
  const { slo, onRemove, isDisabled } = props;
  const { t } = useScaffolderTexts();
  const format = useFormat();
  return (
    <fieldset className={styles.slo}>
      <legend>{t('slo.group', { name: slo.title ?? slo.name })}</legend>
      <div className={styles.fields}>
        <SubjectFields {...props} />
        <NumberFields {...props} />
      </div>
      <div className={styles.footer}>
        <output className={styles.budget} aria-live="polite">
          {t('slo.budget', {
            budget: format.duration(budgetSeconds(slo)),
            count: slo.windowDays ?? DEFAULT_WINDOW_DAYS,
          })}
        </output>
        <Button
          variant="tertiary"
          size="small"
          iconStart={<RiDeleteBinLine aria-hidden />}
          onPress={onRemove}
          isDisabled={isDisabled}
        >
          {t('slo.remove', { name: slo.name })}
        </Button>
      </div>
    </fieldset>
  );
}
