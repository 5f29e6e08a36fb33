import type {
  ComponentStatus,
  EnvironmentStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { Age } from '../../ui/Age';
import { Disclosure } from '../../ui/Disclosure';
import { usePodLogsAccess } from '../PodLogsDialog';
import { Section } from '../../ui/Section';
import { HealthLabel } from '../../ui/StatusLabel';
import { OtherImages } from '../../ui/OtherImages';
import { PodsTable } from './PodsTable';
import styles from './ComponentDetails.module.css';

function Images({ component }: { component: ComponentStatus }) {
  return (
    <>
      {component.images.map(image => (
        <span key={image.container}>
          <code className={styles.code}>{image.wanted}</code>
          <OtherImages image={image} />
        </span>
      ))}
    </>
  );
}

function Facts({ component }: { component: ComponentStatus }) {
  const { t } = useTexts();
  const format = useFormat();
  const { rollout, disruptionBudget, autoscaler } = component;
  return (
    <dl className={styles.facts}>
      {component.images.length > 0 && (
        <div>
          <dt>{t('pods.image')}</dt>
          <dd>
            <Images component={component} />
          </dd>
        </div>
      )}
      {rollout?.reason && (
        <div>
          <dt>{t('pods.rollout')}</dt>
          <dd>
            {rollout.revision && `${rollout.revision}: `}
            {rollout.reason} {rollout.since && <Age time={rollout.since} />}
          </dd>
        </div>
      )}
      {autoscaler && autoscaler.metrics.length > 0 && (
        <div>
          <dt>
            {t('autoscaler.label', {
              component: t(`component.${component.name}`),
            })}
          </dt>
          <dd>
            {autoscaler.metrics
              .map(metric =>
                t('autoscaler.metric', {
                  name: metric.name,
                  current: metric.current ?? t('delivery.versionUnknown'),
                  target: metric.target,
                }),
              )
              .join(', ')}
          </dd>
        </div>
      )}
      {disruptionBudget && (
        <div>
          <dt>{t('pods.disruptionBudget')}</dt>
          <dd>
            {disruptionBudget.name},{' '}
            {t('pods.budget', {
              allowed: format.number(disruptionBudget.disruptionsAllowed),
            })}
            {disruptionBudget.disruptionsAllowed === 0 &&
              `, ${t('pods.drainBlocked')}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Every component with its pods. */
export function ComponentDetails({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const logs = usePodLogsAccess();
  return (
    <Section title={t('pods.title')}>
      {status.components.map(component => (
        <Disclosure
          key={component.name}
          isUrgent={
            component.health !== 'Healthy' || component.name === 'server'
          }
          summary={
            <>
              <span className={styles.name}>
                {t(`component.${component.name}`)}
              </span>
              <HealthLabel health={component.health} />
              {component.isCritical && (
                <span className={styles.muted} title={t('pods.criticalHint')}>
                  {t('pods.critical')}
                </span>
              )}
              {component.workload && (
                <span className={styles.workload}>
                  {component.workload.kind} {component.workload.name}
                </span>
              )}
            </>
          }
        >
          <Facts component={component} />
          <PodsTable
            component={component}
            cluster={status.cluster}
            namespace={component.workload?.namespace ?? status.namespace}
          />
        </Disclosure>
      ))}
      {status.components.some(({ isCritical }) => isCritical) && (
        <p className={styles.muted}>{t('pods.criticalHint')}</p>
      )}
      {logs === 'denied' &&
        status.components.some(({ pods }) => pods.length > 0) && (
          <p className={styles.muted}>{t('pods.logsDenied')}</p>
        )}
      {status.components.length === 0 && (
        <p className={styles.muted}>{t('replicas.none')}</p>
      )}
    </Section>
  );
}
