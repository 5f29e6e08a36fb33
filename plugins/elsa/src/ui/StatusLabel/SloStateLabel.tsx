import type { SloState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../useTexts';
import { SLO_APPEARANCE } from '../tones';
import { StatusLabel, type StatusLabelProps } from './StatusLabel';

/** Message key of each state; keys cannot carry the hyphens of the states. */
export const SLO_STATE_KEYS = {
  ok: 'slo.state.ok',
  'at-risk': 'slo.state.atRisk',
  'burning-slow': 'slo.state.burningSlow',
  'burning-fast': 'slo.state.burningFast',
  exhausted: 'slo.state.exhausted',
  'no-data': 'slo.state.noData',
} as const satisfies Record<SloState, string>;

/** The state of an SLO. */
export function SloStateLabel(
  props: { state: SloState } & Pick<StatusLabelProps, 'variant'>,
) {
  const { state, variant } = props;
  const { t } = useTexts();
  return (
    <StatusLabel appearance={SLO_APPEARANCE[state]} variant={variant}>
      {t(SLO_STATE_KEYS[state])}
    </StatusLabel>
  );
}
