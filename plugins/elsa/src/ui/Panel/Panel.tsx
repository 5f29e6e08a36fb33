import { Card, CardBody, CardHeader } from '@backstage/ui';
import { RiTimeLine } from '@remixicon/react';
import { type ReactNode, useId } from 'react';
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
    <Card className={styles.panel} aria-labelledby={id}>
      <CardHeader className={styles.header}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {staleSince && (
          <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
            {t('sources.asOf', { age: format.relative(staleSince, now) })}
          </StatusLabel>
        )}
      </CardHeader>
      <CardBody className={`${styles.body} ${staleSince ? styles.stale : ''}`}>
        {children}
      </CardBody>
    </Card>
  );
}
