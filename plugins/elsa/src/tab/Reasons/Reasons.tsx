import type {
  EnvironmentStatus,
  HealthReason,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../ui/useTexts';
import { Section } from '../../ui/Section';
import { Reason } from './Reason';
import styles from './Reasons.module.css';

export const REASONS_ANCHOR = 'elsa-reasons';

/** More than these are folded away until asked for. */
const SHOWN_REASONS = 4;

/** The same fact when it is read again, so that what is open stays open. */
function keyOf({ code, component, evidence }: HealthReason): string {
  const { object, container } = evidence ?? {};
  return [code, component, object?.kind, object?.name, container].join('/');
}

/** Each with a key of its own, also when one fact was seen twice. */
function withKeys(reasons: HealthReason[]) {
  const seen = new Map<string, number>();
  return reasons.map(reason => {
    const key = keyOf(reason);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return { reason, key: `${key}/${count}` };
  });
}

/** Every reason for the health, each with its meaning and what to do. */
export function Reasons({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const [showsAll, setShowsAll] = useState(false);
  const { reasons } = status.health;
  const hidden = reasons.length - SHOWN_REASONS;
  const shown = showsAll ? reasons : reasons.slice(0, SHOWN_REASONS);
  if (reasons.length === 0) {
    // The banner has said already that there is nothing to explain.
    return null;
  }
  return (
    <Section title={t('reasons.title')} anchor={REASONS_ANCHOR}>
      <ol className={styles.list}>
        {withKeys(shown).map(({ reason, key }, index) => (
          <li key={key}>
            <Reason
              reason={reason}
              status={status}
              isUrgent={index === 0 && status.health.status !== 'Healthy'}
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
