import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  DialogTrigger,
  Select,
} from '@backstage/ui';
import { RiFileList2Line } from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../ui/useTexts';
import styles from './PodLogsDialog.module.css';

/** The Kubernetes plugin's own log viewer, with Material UI in tow, only when asked for. */
const PodLogs = lazy(() =>
  import('@backstage/plugin-kubernetes-react').then(module => ({
    default: module.PodLogs,
  })),
);

export interface PodLogsDialogProps {
  cluster: string;
  namespace: string;
  pod: string;
  containers: string[];
  /** The container whose logs are wanted first. */
  container?: string;
  /** The container ran before, so that the logs of that run can be read too. */
  hasPrevious: boolean;
}

function Viewer(props: PodLogsDialogProps) {
  const { cluster, namespace, pod, containers, hasPrevious } = props;
  const { t } = useTexts();
  const [container, setContainer] = useState(props.container ?? containers[0]);
  const [run, setRun] = useState<'current' | 'previous'>(
    // A container that crashed says why in the run before.
    hasPrevious ? 'previous' : 'current',
  );
  return (
    <>
      <div className={styles.choices}>
        {containers.length > 1 && (
          <Select
            size="small"
            label={t('pods.logsContainer')}
            options={containers.map(value => ({ value, label: value }))}
            selectedKey={container}
            onSelectionChange={key => setContainer(String(key))}
          />
        )}
        {hasPrevious && (
          <Select
            size="small"
            label={t('pods.logs')}
            options={[
              { value: 'previous', label: t('pods.logsPrevious') },
              { value: 'current', label: t('pods.logsCurrent') },
            ]}
            selectedKey={run}
            onSelectionChange={key =>
              setRun(key === 'previous' ? 'previous' : 'current')
            }
          />
        )}
      </div>
      <Suspense fallback={<p role="status">{t('pods.logsLoading')}</p>}>
        <PodLogs
          key={`${container}-${run}`}
          containerScope={{
            podName: pod,
            podNamespace: namespace,
            cluster: { name: cluster },
            containerName: container,
          }}
          previous={run === 'previous'}
        />
      </Suspense>
    </>
  );
}

/** A button that opens the logs of a pod, for those who may read them (`usePodLogsAccess`). */
export function PodLogsDialog(props: PodLogsDialogProps) {
  const { pod, containers } = props;
  const { t } = useTexts();
  if (containers.length === 0) {
    return null;
  }
  return (
    <DialogTrigger>
      <Button
        size="small"
        variant="tertiary"
        iconStart={<RiFileList2Line aria-hidden />}
        aria-label={t('pods.logsOf', { pod })}
      >
        {t('pods.logs')}
      </Button>
      <Dialog width="min(72rem, 96vw)" height="min(48rem, 92vh)">
        <DialogHeader>{t('pods.logsOf', { pod })}</DialogHeader>
        <DialogBody>
          <Viewer {...props} />
        </DialogBody>
      </Dialog>
    </DialogTrigger>
  );
}
