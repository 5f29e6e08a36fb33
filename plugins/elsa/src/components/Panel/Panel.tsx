import { type ReactNode, useId } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  title: string;
  /** What stands at the right of the title. */
  aside?: ReactNode;
  children: ReactNode;
}

/** One card of the first look: a small heading over dense content. */
export function Panel({ title, aside, children }: PanelProps) {
  const id = useId();
  return (
    <div role="group" className={styles.panel} aria-labelledby={id}>
      <div className={styles.header}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </div>
  );
}
