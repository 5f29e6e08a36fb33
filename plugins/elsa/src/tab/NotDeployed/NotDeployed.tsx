import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiCheckboxCircleFill, RiTimeLine } from '@remixicon/react';
import { useTexts } from '../../ui/useTexts';
import { EnvironmentLinks } from '../EnvironmentLinks';
import { Notice } from '../../ui/Notice';
import { StatusLabel } from '../../ui/StatusLabel';
import styles from './NotDeployed.module.css';

/** What an environment waits for between its creation and its first pods. */
export function NotDeployed({ status }: { status?: EnvironmentStatus }) {
  const { t } = useTexts();
  const { entity } = useEntity();
  const annotations = entity.metadata.annotations ?? {};
  const unknown = t('delivery.versionUnknown');
  const steps: Array<[string, boolean]> = [
    [t('states.stepCatalog'), true],
    [t('states.stepCollector'), status !== undefined],
    [
      status?.argoCd
        ? t('states.stepArgoCd', { application: status.argoCd.application })
        : t('states.stepArgoCdUnknown'),
      status?.argoCd?.sync?.status === 'Synced',
    ],
    [
      t('states.stepObjects', {
        namespace:
          status?.namespace ??
          annotations[KUBERNETES_NAMESPACE_ANNOTATION] ??
          unknown,
        cluster:
          status?.cluster ??
          annotations[KUBERNETES_CLUSTER_ANNOTATION] ??
          unknown,
      }),
      (status?.components.length ?? 0) > 0,
    ],
    [t('states.stepReady'), false],
  ];
  return (
    <Notice
      appearance={{ tone: 'announcement', icon: RiTimeLine }}
      title={t('states.notDeployedTitle')}
      actions={status && <EnvironmentLinks links={status.links} />}
      isLive
    >
      <p className={styles.text}>{t('states.notDeployedBody')}</p>
      <h3 className={styles.heading}>{t('states.waitsFor')}</h3>
      <ol className={styles.steps}>
        {steps.map(([step, isDone]) => (
          <li key={step} className={styles.step}>
            <span>{step}</span>
            <StatusLabel
              appearance={
                isDone
                  ? { tone: 'positive', icon: RiCheckboxCircleFill }
                  : { tone: 'neutral', icon: RiTimeLine }
              }
            >
              {t(isDone ? 'states.stepDone' : 'states.stepWaiting')}
            </StatusLabel>
          </li>
        ))}
      </ol>
    </Notice>
  );
}
