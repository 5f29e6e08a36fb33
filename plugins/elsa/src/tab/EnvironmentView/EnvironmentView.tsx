import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiAlertFill, RiTimeLine } from '@remixicon/react';
import type { LiveData } from '../../data/useLiveData';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { isSourceFine } from '../sources';
import { useErrorText } from '../../ui/useErrorText';
import { AfterFirstLook } from '../AfterFirstLook';
import { AlertsTable } from '../AlertsTable';
import { ArgoCdDetail } from '../ArgoCdDetail';
import { ComponentDetails } from '../ComponentDetails';
import { DataServices } from '../DataServices';
import { EnvironmentLinks } from '../EnvironmentLinks';
import { Glance } from '../Glance';
import { HealthBanner } from '../HealthBanner';
import { HealthHistory } from '../HealthHistory';
import { NotDeployed } from '../NotDeployed';
import { Notice } from '../../ui/Notice';
import { Reasons } from '../Reasons';
import { RefreshButton } from '../RefreshButton';
import { SecurityNotice } from '../../ui/SecurityNotice';
import { SloDetail } from '../SloDetail';
import { SourceProblems } from '../SourceProblems';
import { SourceStrip } from '../SourceStrip';
import { StatusAnnouncer } from '../StatusAnnouncer';
import tones from '../../ui/tones.module.css';
import styles from './EnvironmentView.module.css';

/** Live data of which something has been read. */
export type LiveEnvironment = LiveData<EnvironmentStatus> & {
  data: EnvironmentStatus;
};

/** Created and known, but without a single object in its cluster. */
function isNotDeployed({ health, components }: EnvironmentStatus): boolean {
  return health.status === 'Missing' && components.length === 0;
}

/** Everything that is known of one environment. */
export function EnvironmentView({ live }: { live: LiveEnvironment }) {
  const status = live.data;
  if (isNotDeployed(status)) {
    return (
      <div className={`${tones.root} ${styles.root}`}>
        <NotDeployed status={status} />
        <SourceProblems sources={status.sources} />
        <SourceStrip sources={status.sources} />
      </div>
    );
  }
  return (
    <div className={`${tones.root} ${styles.root}`}>
      <StatusAnnouncer status={status} />
      <HealthBanner
        status={status}
        actions={
          <>
            <EnvironmentLinks links={status.links} />
            <RefreshButton
              entityRef={status.entityRef}
              onRefreshed={live.accept}
            />
          </>
        }
      />
      <SecurityNotice findings={status.securityFindings} />
      <Warnings live={live} />
      <Glance status={status} />
      <Reasons status={status} />
      <AfterFirstLook>
        <SloDetail status={status} />
        <AlertsTable alerts={status.alerts} />
        <ArgoCdDetail argoCd={status.argoCd} />
        <ComponentDetails status={status} />
        <DataServices status={status} />
        <HealthHistory status={status} />
      </AfterFirstLook>
    </div>
  );
}

/** Why the figures may not be the present ones. */
function Warnings({ live }: { live: LiveEnvironment }) {
  const { data: status, error, receivedAt } = live;
  const { t } = useTexts();
  const errorText = useErrorText();
  const format = useFormat();
  const now = useNow();
  // A source that fails says so itself, with what to do about it.
  const isUnexplained =
    status.isStale && status.sources.every(({ state }) => isSourceFine(state));
  return (
    <>
      {error && receivedAt && (
        <Notice
          appearance={{ tone: 'warning', icon: RiAlertFill }}
          title={t('states.keptTitle')}
          isLive
        >
          {t('states.keptBody', {
            age: format.relative(receivedAt, now),
            message: errorText(error),
          })}
        </Notice>
      )}
      {isUnexplained && status.collectedAt && (
        <Notice
          appearance={{ tone: 'warning', icon: RiTimeLine }}
          title={t('states.stale')}
          isLive
        >
          {t('states.staleAge', {
            age: format.relative(status.collectedAt, now),
          })}
        </Notice>
      )}
      <SourceProblems sources={status.sources} />
    </>
  );
}
