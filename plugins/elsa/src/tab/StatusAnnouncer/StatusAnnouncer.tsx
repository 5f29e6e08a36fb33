import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../ui/useTexts';
import { useReasonTitle } from '../../runbook';
import { factsOf, useAttention } from '../../ui/useAttention';

/**
 * Tells screen readers when the health changes while the page is open, or when
 * something becomes worse than it.
 */
export function StatusAnnouncer({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { name, health } = status;
  const attention = useAttention()(factsOf(status));
  const fact = attention?.fact ?? 'health';
  const before = useRef({ name, health: health.status, fact });
  const [announcement, setAnnouncement] = useState('');
  const reasonTitle = useReasonTitle();
  const [first] = health.reasons;
  const reason = attention?.text ?? (first ? reasonTitle(first).text : '');
  const latestReason = useRef(reason);
  latestReason.current = reason;

  useEffect(() => {
    const hasChanged =
      before.current.name === name &&
      (before.current.health !== health.status || before.current.fact !== fact);
    before.current = { name, health: health.status, fact };
    if (hasChanged) {
      setAnnouncement(
        t('tab.announcement', {
          name,
          health: t(`health.${health.status}`),
          reason: latestReason.current,
        }),
      );
    }
  }, [name, health, fact, t]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement}
    </VisuallyHidden>
  );
}
