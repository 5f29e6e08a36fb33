import type { ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ReactNode } from 'react';
import { useTexts } from '../../ui/useTexts';
import { Age } from '../../ui/Age';
import { Section } from '../../ui/Section';
import styles from './ArgoCdDetail.module.css';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function LastOperation({ argoCd }: { argoCd: ArgoCdStatus }) {
  const { operation } = argoCd;
  return (
    operation && (
      <>
        {operation.phase}
        {operation.finishedAt && (
          <>
            {', '}
            <Age time={operation.finishedAt} />
          </>
        )}
        {operation.message && (
          <span className={styles.message} lang="en">
            {operation.message}
          </span>
        )}
      </>
    )
  );
}

/** Whether Argo CD has more to say than the words of the first look. */
function hasDetail({ outOfSync, conditions, operation }: ArgoCdStatus) {
  return (
    outOfSync.length > 0 ||
    conditions.length > 0 ||
    (operation !== undefined && operation.phase !== 'Succeeded')
  );
}

/** What differs from the repository and what Argo CD says about it. */
export function ArgoCdDetail({ argoCd }: { argoCd?: ArgoCdStatus }) {
  const { t } = useTexts();
  if (!argoCd || !hasDetail(argoCd)) {
    return null;
  }
  return (
    <Section title={t('delivery.detailTitle')}>
      <dl className={styles.facts}>
        {argoCd.outOfSync.length > 0 && (
          <Fact label={t('delivery.differing')}>
            <ul className={styles.list}>
              {argoCd.outOfSync.map(({ kind, namespace, name }) => (
                <li key={`${kind}/${namespace}/${name}`}>
                  {kind} {name}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {argoCd.operation && (
          <Fact label={t('delivery.lastOperation')}>
            <LastOperation argoCd={argoCd} />
          </Fact>
        )}
        {argoCd.conditions.length > 0 && (
          <Fact label={t('delivery.conditions')}>
            <ul className={styles.list}>
              {argoCd.conditions.map(({ type, message }) => (
                <li key={`${type} ${message}`} lang="en">
                  {type}: {message}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {argoCd.sync?.revision && (
          <Fact label={t('delivery.revision')}>
            <code className={styles.code}>{argoCd.sync.revision}</code>
          </Fact>
        )}
      </dl>
    </Section>
  );
}
