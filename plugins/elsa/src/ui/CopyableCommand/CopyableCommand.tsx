import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useTexts } from '../useTexts';
import { InlineCode } from '../InlineCode';
import styles from './CopyableCommand.module.css';

const CONFIRMATION_MS = 2_000;

/** A command with a button that copies it. @public */
export function CopyableCommand(props: { title: string; command: string }) {
  const { title, command } = props;
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();

  useEffect(() => {
    if (outcome === undefined) {
      return undefined;
    }
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMATION_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    // There is no clipboard on pages that are not served over HTTPS.
    const written = navigator.clipboard?.writeText(command) ?? Promise.reject();
    written.then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };

  return (
    <div className={styles.root}>
      <div className={styles.title}>
        <InlineCode text={title} />
      </div>
      <div className={styles.line}>
        <pre className={styles.command}>
          <code>{command}</code>
        </pre>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={t('reasons.copy', { title: title.replaceAll('`', '') })}
          icon={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
          onPress={copy}
        />
      </div>
      <div role="status" className={styles.outcome}>
        {outcome === 'copied' && t('reasons.copied')}
        {outcome === 'failed' && t('reasons.copyFailed')}
      </div>
    </div>
  );
}
