import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { Section } from '../Section';
import { Reason } from './Reason';
import styles from './Reasons.module.css';

export const REASONS_ANCHOR = 'elsa-reasons';

/** More than these are folded away until asked for. */
const SHOWN_REASONS = 4;

/** Every reason for the health, each with its meaning and what to do. */
export function Reasons({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const { reasons } = status.health;
  const hidden = reasons.length - SHOWN_REASONS;
  const shown = showsAll ? reasons : reasons.slice(0, SHOWN_REASONS);
  return (
    <Section title={t('reasons.title')} anchor={REASONS_ANCHOR}>
      {reasons.length === 0 && (
        <p className={styles.none}>{t('reasons.none')}</p>
      )}
      <ol className={styles.list}>
        {shown.map((reason, index) => (
          <li key={index}>
            <Reason
              reason={reason}
              status={status}
              isOpen={index === 0 && status.health.status !== 'Healthy'}
            />
          </li>
        ))}
      </ol>
      {hidden > 0 && (
        <Button
          variant="secondary"
          size="small"
          className={styles.more}
          aria-expanded={showsAll}
          onPress={() => setShowsAll(!showsAll)}
        >
          {showsAll
            ? t('reasons.showFewer')
            : t('reasons.showAll', { count: hidden })}
        </Button>
      )}
    </Section>
  );
}
