import type {
  ComponentStatus,
  PodStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiTimeLine,
} from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import type { Appearance } from '../../ui/tones';
import { Age } from '../../ui/Age';
import { PodLogsDialog, usePodLogsAccess } from '../PodLogsDialog';
import { StatusLabel } from '../../ui/StatusLabel';
import { StatusTable } from '../../ui/StatusTable';
import styles from './ComponentDetails.module.css';

/** Reasons to wait that mean work rather than trouble. */
const CALM_WAITING = ['ContainerCreating', 'PodInitializing'];

function PodState({ pod }: { pod: PodStatus }) {
  const { t } = useTexts();
  let appearance: Appearance = { tone: 'warning', icon: RiTimeLine };
  let word = pod.phase === 'Running' ? t('pods.notReady') : pod.phase;
  if (pod.isTerminating) {
    appearance = { tone: 'neutral', icon: RiLoader4Line };
    word = t('pods.terminating');
  } else if (pod.waiting) {
    word = pod.waiting.reason;
    appearance = CALM_WAITING.includes(pod.waiting.reason)
      ? { tone: 'announcement', icon: RiLoader4Line }
      : { tone: 'negative', icon: RiCloseCircleFill };
  } else if (pod.isReady) {
    appearance = { tone: 'positive', icon: RiCheckboxCircleFill };
    word = t('pods.ready');
  }
  return (
    <StatusLabel appearance={appearance} title={pod.waiting?.message}>
      {word}
    </StatusLabel>
  );
}

function LastTermination({ pod }: { pod: PodStatus }) {
  const { t } = useTexts();
  const { lastTermination } = pod;
  if (!lastTermination) {
    return <span className={styles.muted}>{t('pods.neverTerminated')}</span>;
  }
  return (
    <>
      {t('pods.exit', {
        reason: lastTermination.reason,
        code: String(lastTermination.exitCode),
      })}{' '}
      {lastTermination.finishedAt && <Age time={lastTermination.finishedAt} />}
    </>
  );
}

/** The pods of a component, with restarts, how they last ended and their logs. */
export function PodsTable(props: {
  component: ComponentStatus;
  cluster: string;
  namespace: string;
}) {
  const { component, cluster, namespace } = props;
  const { t } = useTexts();
  const logs = usePodLogsAccess();
  const format = useFormat();
  if (component.pods.length === 0) {
    return <p className={styles.muted}>{t('pods.none')}</p>;
  }
  return (
    <StatusTable
      caption={t('pods.caption', {
        component: t(`component.${component.name}`),
      })}
      items={component.pods}
      itemKey={pod => pod.name}
      columns={[
        { id: 'pod', label: t('pods.pod'), cell: pod => pod.name },
        {
          id: 'status',
          label: t('pods.status'),
          cell: pod => <PodState pod={pod} />,
        },
        {
          id: 'containers',
          label: t('pods.containers'),
          cell: pod =>
            `${format.number(pod.readyContainers)}/${format.number(pod.containers)}`,
        },
        {
          id: 'restarts',
          label: t('pods.restarts'),
          cell: pod => format.number(pod.restarts),
        },
        {
          id: 'lastTermination',
          label: t('pods.lastTermination'),
          cell: pod => <LastTermination pod={pod} />,
        },
        {
          id: 'age',
          label: t('pods.age'),
          cell: pod => pod.startedAt && <Age time={pod.startedAt} />,
        },
        {
          id: 'node',
          label: t('pods.node'),
          cell: pod => [pod.node, pod.zone].filter(Boolean).join(', '),
        },
        ...(logs === 'allowed'
          ? [
              {
                id: 'logs',
                label: t('pods.logs'),
                cell: (pod: PodStatus) => (
                  <PodLogsDialog
                    cluster={cluster}
                    namespace={namespace}
                    pod={pod.name}
                    containers={component.images.map(image => image.container)}
                    container={
                      pod.waiting?.container ?? pod.lastTermination?.container
                    }
                    hasPrevious={pod.lastTermination !== undefined}
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
