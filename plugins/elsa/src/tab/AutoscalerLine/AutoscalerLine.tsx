import type {
  AutoscalerStatus,
  ComponentName,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiAlertFill } from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import tones from '../../ui/tones.module.css';
import styles from './AutoscalerLine.module.css';

/** Share of the way from min to max, 0 to 1; a fixed size sits at the end. */
function autoscalerPosition({ min, max }: AutoscalerStatus, replicas: number) {
  return max > min
    ? Math.min(1, Math.max(0, (replicas - min) / (max - min)))
    : 1;
}

/** Where an autoscaler stands between its least and its greatest size. */
export function AutoscalerLine(props: {
  component: ComponentName;
  autoscaler: AutoscalerStatus;
}) {
  const { component, autoscaler } = props;
  const { current, desired, min, max, limited } = autoscaler;
  const { t } = useTexts();
  const format = useFormat();
  const isCapped = limited?.reason === 'TooManyReplicas';
  const position = autoscalerPosition(autoscaler, current);
  return (
    <span
      className={`${styles.root} ${tones[isCapped ? 'warning' : 'neutral']}`}
      role="group"
      aria-label={t('autoscaler.label', {
        component: t(`component.${component}`),
      })}
    >
      <span className={styles.track} aria-hidden>
        <span
          className={styles.marker}
          style={{ insetInlineStart: `${position * 100}%` }}
        />
      </span>
      <span className={styles.text} title={limited?.message}>
        {isCapped && <RiAlertFill aria-hidden className={styles.icon} />}
        {t('autoscaler.position', {
          current: format.number(current),
          min: format.number(min),
          max: format.number(max),
        })}
        {desired !== current &&
          `, ${t('autoscaler.wants', { desired: format.number(desired) })}`}
        {isCapped && `, ${t('autoscaler.atMaximum')}`}
      </span>
    </span>
  );
}
