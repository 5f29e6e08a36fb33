import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../useTexts';
import { HEALTH_APPEARANCE } from '../tones';
import { StatusLabel, type StatusLabelProps } from './StatusLabel';

/** A health status; `isPartial` adds that only dispensable parts are affected. @public */
export function HealthLabel(
  props: { health: HealthStatus; isPartial?: boolean } & Pick<
    StatusLabelProps,
    'variant'
  >,
) {
  const { health, isPartial, variant } = props;
  const { t } = useTexts();
  return (
    <StatusLabel
      appearance={HEALTH_APPEARANCE[health]}
      variant={variant}
      title={isPartial ? t('health.partialHint') : undefined}
    >
      {t(`health.${health}`)}
      {isPartial && ` (${t('health.partial')})`}
    </StatusLabel>
  );
}
