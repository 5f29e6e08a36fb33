import { type ReactNode, useId } from 'react';
import { RiTimeLine } from '@remixicon/react';
import { useFormat } from '../useFormat';
import { useNow } from '../useNow';
import { useTexts } from '../useTexts';
import { StatusLabel } from '../StatusLabel';
import styles from './Panel.module.css';

export interface PanelProps {
  title: string;
  /** When the figures were last read, if they are out of date. */
  staleSince?: string;
  children: ReactNode;
}

/** One card of the first look: a small heading over dense content. */
export function Panel({ title, staleSince, children }: PanelProps) {
  const id = useId();
  const { t } = useTexts();
  const format = useFormat();
  const now = useNow();
  return (
    <div role="group" className={styles.panel} aria-labelledby={id}>
      <div className={styles.header}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {staleSince && (
          <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
            {t('sources.asOf', { age: format.relative(staleSince, now) })}
          </StatusLabel>
        )}
      </div>
      <div className={`${styles.body} ${staleSince ? styles.stale : ''}`}>
        {children}
      </div>
    </div>
  );
}
