import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../../ui/useTexts';
import { SOURCE_APPEARANCE, SOURCE_STATE_KEYS } from '../sources';
import { Age } from '../../ui/Age';
import { StatusLabel } from '../../ui/StatusLabel';
import styles from './SourceStrip.module.css';

/** Where the figures were read, with the state and age of each. */
export function SourceStrip({ sources }: { sources: SourceStatus[] }) {
  const { t } = useTexts();
  return (
    <section className={styles.strip} aria-label={t('sources.title')}>
      <h3 className={styles.title}>{t('sources.title')}</h3>
      <ul className={styles.list}>
        {sources.map(source => (
          <li key={source.id} className={styles.source} title={source.message}>
            <span>
              {t(`sources.kind.${source.kind}`)}
              {source.name !== source.kind && ` ${source.name}`}
            </span>
            <StatusLabel appearance={SOURCE_APPEARANCE[source.state]}>
              {t(SOURCE_STATE_KEYS[source.state])}
            </StatusLabel>
            {source.lastSuccessAt && (
              <span className={styles.age}>
                <Age time={source.lastSuccessAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
