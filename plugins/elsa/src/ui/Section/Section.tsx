import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

export interface SectionProps {
  title: string;
  /** Target of links to this section. */
  anchor?: string;
  children: ReactNode;
}

/** A part of the page below the first look, with a heading of its own. */
export function Section({ title, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section
      className={styles.section}
      aria-labelledby={id}
      id={anchor}
      tabIndex={anchor ? -1 : undefined}
    >
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
