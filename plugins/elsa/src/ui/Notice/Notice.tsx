import { Alert, type AlertProps } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { Appearance, Tone } from '../tones';
import styles from './Notice.module.css';

const STATUS: Record<Tone, AlertProps['status']> = {
  positive: 'success',
  announcement: 'info',
  warning: 'warning',
  negative: 'danger',
  neutral: 'info',
};

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
    <Alert
      className={styles.notice}
      role={isLive ? 'status' : undefined}
      status={STATUS[appearance.tone]}
      icon={<Icon aria-hidden />}
      title={title}
      description={children}
      customActions={actions}
    />
  );
}
