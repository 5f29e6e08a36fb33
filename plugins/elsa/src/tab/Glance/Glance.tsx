import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { VisuallyHidden } from '@backstage/ui';
import { useId } from 'react';
import { useTexts } from '../../ui/useTexts';
import { staleSince } from '../sources';
import { AlertsPanel } from '../AlertsPanel';
import { ComponentsPanel } from '../ComponentsPanel';
import { DeliveryPanel } from '../DeliveryPanel';
import { SloPanel } from '../SloPanel';
import { SourceStrip } from '../SourceStrip';
import styles from './Glance.module.css';

/** What has to be seen without scrolling. */
export function Glance({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.stack}>
      <VisuallyHidden>
        <h2 id={id}>{t('tab.glance')}</h2>
      </VisuallyHidden>
      <div className={styles.glance}>
        <ComponentsPanel
          components={status.components}
          staleSince={staleSince(status.sources, 'kubernetes')}
        />
        <SloPanel
          slos={status.slos}
          sources={status.sources}
          staleSince={staleSince(status.sources, 'prometheus')}
        />
        <div className={styles.stack}>
          <AlertsPanel alerts={status.alerts} sources={status.sources} />
          <DeliveryPanel status={status} />
        </div>
      </div>
      <SourceStrip sources={status.sources} />
    </section>
  );
}
