import type { ReactNode } from 'react';
import type { Appearance } from '../tones';
import tones from '../tones.module.css';
import styles from './StatusLabel.module.css';

export interface StatusLabelProps {
  appearance: Appearance;
  children: ReactNode;
  /** `badge` has a background of its own, `plain` only an icon beside the word. */
  variant?: 'badge' | 'plain';
  title?: string;
}

/** A state, told by an icon of its own shape, a word and a colour. */
export function StatusLabel(props: StatusLabelProps) {
  const { appearance, children, variant = 'plain', title } = props;
  const Icon = appearance.icon;
  return (
    <span
      className={`${tones[appearance.tone]} ${styles.label} ${styles[variant]}`}
      title={title}
    >
      <Icon aria-hidden className={styles.icon} />
      <span>{children}</span>
    </span>
  );
}
