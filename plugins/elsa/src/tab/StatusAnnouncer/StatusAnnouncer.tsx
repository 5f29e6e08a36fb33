import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { VisuallyHidden } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import { useTexts } from '../../ui/useTexts';
import { useReasonTitle } from '../../runbook';

/** Tells screen readers when the health changes while the page is open. */
export function StatusAnnouncer({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { name, health } = status;
  const before = useRef({ name, health: health.status });
  const [announcement, setAnnouncement] = useState('');
  const reasonTitle = useReasonTitle();
  const latestTitle = useRef(reasonTitle);
  latestTitle.current = reasonTitle;

  useEffect(() => {
    const hasChanged =
      before.current.name === name && before.current.health !== health.status;
    before.current = { name, health: health.status };
    if (hasChanged) {
      const [first] = health.reasons;
      setAnnouncement(
        t('tab.announcement', {
          name,
          health: t(`health.${health.status}`),
          reason: first ? latestTitle.current(first).text : '',
        }),
      );
    }
  }, [name, health, t]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {announcement}
    </VisuallyHidden>
  );
}
