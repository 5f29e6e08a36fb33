import type { ReplicaStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../useFormat';
import { type Texts, useTexts } from '../useTexts';
import { replicaSegments, type ReplicaSegments } from './replicaSegments';
import styles from './ReplicaBar.module.css';

function describe(
  segments: ReplicaSegments,
  t: Texts,
  number: (n: number) => string,
) {
  const { desired, ready, updating, starting, failing, old } = segments;
  if (desired === 0 && ready === 0 && failing === 0 && old === 0) {
    return [t('replicas.scaledToZero')];
  }
  return [
    t('replicas.ready', { ready: number(ready), desired: number(desired) }),
    updating > 0 && t('replicas.updating', { count: updating }),
    starting > 0 && t('replicas.starting', { count: starting }),
    failing > 0 && t('replicas.failing', { count: failing }),
    old > 0 && t('replicas.old', { count: old }),
  ].filter(part => part !== false);
}

/** The wanted replicas as a bar, by what each does, with the same in words. */
export function ReplicaBar({ replicas }: { replicas: ReplicaStatus }) {
  const { t } = useTexts();
  const format = useFormat();
  const segments = replicaSegments(replicas);
  const parts = (['ready', 'updating', 'starting', 'failing'] as const).filter(
    part => segments[part] > 0,
  );
  return (
    <span className={styles.root}>
      <span className={styles.bar} aria-hidden>
        {parts.map(part => (
          <span
            key={part}
            className={`${styles.segment} ${styles[part]}`}
            style={{ flexGrow: segments[part] }}
          />
        ))}
      </span>
      <span className={styles.text}>
        {describe(segments, t, n => format.number(n)).join(' · ')}
      </span>
    </span>
  );
}
