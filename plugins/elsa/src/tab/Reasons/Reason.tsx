import {
  type EnvironmentStatus,
  type HealthReason,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  resolveRunbook,
  runbookContext,
  type RunbookEntry,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { useReasonTitle, useRunbookText } from '../../runbook';
import { localizeTimes } from '../../ui/localizeTimes';
import { Age } from '../../ui/Age';
import { CopyableCommand } from '../../ui/CopyableCommand';
import { Disclosure } from '../../ui/Disclosure';
import { InlineCode } from '../../ui/InlineCode';
import { reasonCode } from '../../ui/reasonCode';
import { HealthLabel } from '../../ui/StatusLabel';
import styles from './Reasons.module.css';

/** What a reason means and how to go on, with this environment's own names. */
function Runbook({ entry }: { entry: RunbookEntry }) {
  const { t } = useTexts();
  const translate = useRunbookText();
  const { language } = useFormat();
  const inReadersLanguage = (english: string) => {
    const text = translate(english);
    return {
      text: text ?? english,
      // What is not translated is read out as the English that it is.
      lang: text || language.startsWith('en') ? undefined : 'en',
    };
  };
  const title = inReadersLanguage(entry.title);
  const meaning = inReadersLanguage(entry.meaning);
  return (
    <>
      <div>
        <h3 className={styles.heading} lang={title.lang}>
          {title.text}
        </h3>
        <p className={styles.text} lang={meaning.lang}>
          <InlineCode text={meaning.text} />
        </p>
      </div>
      <ol className={styles.steps} aria-label={t('reasons.steps')}>
        {entry.steps.map(step => {
          const { text, lang } = inReadersLanguage(step.text);
          return (
            <li key={`${step.text} ${step.command ?? ''}`} lang={lang}>
              {step.command ? (
                <CopyableCommand title={text} command={step.command} />
              ) : (
                <InlineCode text={text} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Where a reason was seen, and in whose words. */
function Evidence(props: { reason: HealthReason; title: string }) {
  const { reason, title } = props;
  const { evidence } = reason;
  const { t } = useTexts();
  const original = localizeTimes(reason.message, useFormat());
  if (!evidence && original === title) {
    return null;
  }
  return (
    <dl className={styles.facts}>
      {original !== title && (
        <>
          <dt>{t('reasons.original')}</dt>
          <dd lang="en">{original}</dd>
        </>
      )}
      {evidence && (
        <>
          <dt>{t('reasons.evidence')}</dt>
          <dd>
            {evidence.object.kind} {evidence.object.name},{' '}
            <code>{evidence.field}</code>
          </dd>
        </>
      )}
      {evidence?.message && (
        <>
          <dt>{t('reasons.said')}</dt>
          <dd>
            <q className={styles.quote} lang="en">
              {evidence.message}
            </q>
          </dd>
        </>
      )}
    </dl>
  );
}

/** One reason; its details open below it. */
export function Reason(props: {
  reason: HealthReason;
  status: EnvironmentStatus;
  isUrgent: boolean;
}) {
  const { reason, status, isUrgent } = props;
  const title = useReasonTitle()(reason);
  const runbook = resolveRunbook(
    reason.runbook,
    runbookContext(status, reason),
  );
  return (
    <Disclosure
      isUrgent={isUrgent}
      summary={
        <>
          <HealthLabel health={reason.health} />
          <span className={styles.code}>{reasonCode(reason.code)}</span>
          <span className={styles.message} lang={title.lang}>
            {title.text}
          </span>
          {reason.since && (
            <span className={styles.since}>
              <Age time={reason.since} />
            </span>
          )}
        </>
      }
    >
      <Evidence reason={reason} title={title.text} />
      {runbook && <Runbook entry={runbook} />}
    </Disclosure>
  );
}
