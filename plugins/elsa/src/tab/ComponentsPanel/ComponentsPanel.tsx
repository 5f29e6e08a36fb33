import type { ComponentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../../ui/useTexts';
import { AutoscalerLine } from '../AutoscalerLine';
import { Panel } from '../../ui/Panel';
import { ReplicaBar } from '../../ui/ReplicaBar';
import { HealthLabel } from '../../ui/StatusLabel';
import styles from './ComponentsPanel.module.css';

/** Every component with its health, replicas and autoscaler. */
export function ComponentsPanel(props: {
  components: ComponentStatus[];
  staleSince?: string;
}) {
  const { components, staleSince } = props;
  const { t } = useTexts();
  return (
    <Panel title={t('replicas.title')} staleSince={staleSince}>
      {components.length === 0 && (
        <p className={styles.none}>{t('replicas.none')}</p>
      )}
      <ul className={styles.list}>
        {components.map(component => (
          <li
            key={component.name}
            className={`${styles.row} ${component.autoscaler ? styles.wide : ''}`}
          >
            <span className={styles.head}>
              <span className={styles.name}>
                {t(`component.${component.name}`)}
              </span>
              <HealthLabel health={component.health} />
            </span>
            {component.replicas && <ReplicaBar replicas={component.replicas} />}
            {component.autoscaler && (
              <AutoscalerLine
                component={component.name}
                autoscaler={component.autoscaler}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
