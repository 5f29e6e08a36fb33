import { RiArrowRightSLine } from '@remixicon/react';
import { type ReactNode, useEffect, useState } from 'react';
import styles from './Disclosure.module.css';

/**
 * A line that unfolds what is below it. It opens when something has to be seen;
 * it never closes by itself, as somebody may be reading.
 */
export function Disclosure(props: {
  summary: ReactNode;
  /** Whether what is inside has to be seen. */
  isUrgent: boolean;
  children: ReactNode;
}) {
  const { summary, isUrgent, children } = props;
  const [isOpen, setIsOpen] = useState(isUrgent);

  useEffect(() => {
    if (isUrgent) {
      setIsOpen(true);
    }
  }, [isUrgent]);

  return (
    <details
      className={styles.root}
      open={isOpen}
      onToggle={event => setIsOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <RiArrowRightSLine aria-hidden className={styles.chevron} />
        {summary}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
