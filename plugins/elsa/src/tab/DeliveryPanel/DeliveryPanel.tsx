import type {
  ArgoCdStatus,
  EnvironmentStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ReactNode } from 'react';
import { useTexts } from '../../ui/useTexts';
import { staleSince } from '../sources';
import { syncAppearance } from '../../ui/tones';
import { OwnerName } from '../../ui/OwnerName';
import { OtherImages } from '../../ui/OtherImages';
import { Panel } from '../../ui/Panel';
import { StatusLabel } from '../../ui/StatusLabel';
import styles from './DeliveryPanel.module.css';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sync({ argoCd }: { argoCd: ArgoCdStatus }) {
  const { t } = useTexts();
  const sync = argoCd.sync?.status ?? 'Unknown';
  return (
    <>
      <StatusLabel appearance={syncAppearance(sync)}>{sync}</StatusLabel>
      {argoCd.health && (
        <span className={styles.muted}>
          {t('delivery.argoCdHealth', { health: argoCd.health.status })}
        </span>
      )}
      {argoCd.outOfSync.length > 0 && (
        <span
          className={styles.muted}
          title={argoCd.outOfSync
            .map(object => `${object.kind} ${object.name}`)
            .join('\n')}
        >
          {t('delivery.outOfSync', { count: argoCd.outOfSync.length })}
        </span>
      )}
      {argoCd.operation && argoCd.operation.phase !== 'Succeeded' && (
        <span className={styles.muted} title={argoCd.operation.message}>
          {t('delivery.operation', { phase: argoCd.operation.phase })}
        </span>
      )}
    </>
  );
}

/** Sync, versions, owner and place: what Argo CD and the catalog say. */
export function DeliveryPanel({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { ownership } = status;
  const versioned = status.components.filter(
    component =>
      component.version && ['server', 'studio'].includes(component.name),
  );
  return (
    <Panel
      title={t('delivery.title')}
      staleSince={staleSince(status.sources, 'kubernetes')}
    >
      <dl className={styles.facts}>
        <Fact label={t('delivery.argoCd')}>
          {status.argoCd ? (
            <Sync argoCd={status.argoCd} />
          ) : (
            <span className={styles.muted}>{t('delivery.noArgoCd')}</span>
          )}
        </Fact>
        <Fact label={t('delivery.versions')}>
          {versioned.length === 0 && (
            <span className={styles.muted}>{t('delivery.versionUnknown')}</span>
          )}
          {versioned.map(component => (
            <span key={component.name}>
              {t(`component.${component.name}`)} {component.version}
              {component.images
                .filter(({ container }) => container === component.name)
                .map(image => (
                  <OtherImages key={image.container} image={image} />
                ))}
            </span>
          ))}
        </Fact>
        <Fact label={t('delivery.owner')}>
          <OwnerName owner={ownership.owner} state={ownership.state} />
          {ownership.isDisputed && ownership.clusterOwner && (
            <span className={styles.muted}>
              {t('delivery.ownerDisputed', { owner: ownership.clusterOwner })}
            </span>
          )}
        </Fact>
        <Fact label={t('delivery.place')}>
          <span className={styles.wrap}>
            {status.cluster} / {status.namespace}
          </span>
        </Fact>
      </dl>
    </Panel>
  );
}
