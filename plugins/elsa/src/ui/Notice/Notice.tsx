import type { ReactNode } from 'react';
import type { Appearance } from '../tones';
import tones from '../tones.module.css';
import styles from './Notice.module.css';

/** One message above the figures, or in their place when there are none. */
export function Notice(props: {
  appearance: Appearance;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears. */
  isLive?: boolean;
}) {
  const { appearance, title, children, actions, isLive } = props;
  const Icon = appearance.icon;
  return (
    <div
      className={`${styles.notice} ${tones[appearance.tone]}`}
      role={isLive ? 'status' : undefined}
    >
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.body}>
        <div className={styles.title}>{title}</div>
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {actions}
    </div>
  );
}
