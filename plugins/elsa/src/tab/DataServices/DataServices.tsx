import {
  isRenewalOverdue,
  type RenewalTimes,
  VOLUME_NEARLY_FULL_RATIO,
} from '@elsa-portal/backstage-plugin-elsa-common';
import {
  type BackupStatus,
  type CertificateStatus,
  type ComponentName,
  type ComponentStatus,
  type EnvironmentStatus,
  type StorageStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
} from '@remixicon/react';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { Age } from '../../ui/Age';
import { ReplicaBar } from '../../ui/ReplicaBar';
import { Section } from '../../ui/Section';
import { HealthLabel, StatusLabel } from '../../ui/StatusLabel';
import { StatusTable } from '../../ui/StatusTable';
import styles from './DataServices.module.css';

/** What an environment keeps its data in and sends its messages through. */
const SERVICES: ComponentName[] = [
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
];

function StorageUse({ storage }: { storage: StorageStatus }) {
  const { t } = useTexts();
  const format = useFormat();
  const capacity = storage.capacityBytes ?? storage.requestedBytes;
  if (capacity === undefined) {
    return null;
  }
  if (storage.usedBytes === undefined) {
    return (
      <span className={styles.muted}>
        {t('data.usedUnknown', { capacity: format.bytes(capacity) })}
      </span>
    );
  }
  const ratio = storage.usedBytes / capacity;
  const text = t('data.usedOf', {
    used: format.bytes(storage.usedBytes),
    capacity: format.bytes(capacity),
    percent: format.percent(ratio, 0),
  });
  return ratio >= VOLUME_NEARLY_FULL_RATIO ? (
    <StatusLabel appearance={{ tone: 'warning', icon: RiAlertFill }}>
      {text}
    </StatusLabel>
  ) : (
    <>{text}</>
  );
}

function StorageTable({ items }: { items: StorageStatus[] }) {
  const { t } = useTexts();
  return (
    <StatusTable
      caption={t('data.storage')}
      items={items}
      itemKey={item => item.claim}
      columns={[
        { id: 'claim', label: t('data.claim'), cell: item => item.claim },
        {
          id: 'component',
          label: t('data.component'),
          cell: item => t(`component.${item.component}`),
        },
        { id: 'phase', label: t('data.phase'), cell: item => item.phase },
        {
          id: 'used',
          label: t('data.used'),
          cell: item => <StorageUse storage={item} />,
        },
        {
          id: 'class',
          label: t('data.storageClass'),
          cell: item => item.storageClass,
        },
      ]}
    />
  );
}

function BackupTable({ items }: { items: BackupStatus[] }) {
  const { t } = useTexts();
  return (
    <StatusTable
      caption={t('data.backups')}
      items={items}
      itemKey={item => `${item.kind}/${item.name}`}
      columns={[
        {
          id: 'backup',
          label: t('data.backup'),
          cell: item => `${item.kind} ${item.name}`,
        },
        {
          id: 'health',
          label: t('data.health'),
          cell: item => (
            <>
              <HealthLabel health={item.health} /> {item.message}
            </>
          ),
        },
        {
          id: 'schedule',
          label: t('data.schedule'),
          cell: item => (
            <>
              {item.schedule && (
                <code className={styles.code}>{item.schedule}</code>
              )}
              {item.isSuspended && ` (${t('data.suspended')})`}
            </>
          ),
        },
        {
          id: 'lastSuccess',
          label: t('data.lastSuccess'),
          cell: item =>
            item.lastSuccessAt ? (
              <Age time={item.lastSuccessAt} />
            ) : (
              t('data.never')
            ),
        },
      ]}
    />
  );
}

function Expiry({ notAfter, renewalAt }: RenewalTimes & { notAfter: string }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useNow();
  const seconds = (new Date(notAfter).getTime() - now) / 1_000;
  const text = (
    <time dateTime={notAfter} title={format.dateTime(notAfter)}>
      {seconds > 0
        ? t('data.expiresIn', { duration: format.duration(seconds) })
        : t('data.expired')}
    </time>
  );
  if (seconds > 0 && !isRenewalOverdue({ notAfter, renewalAt }, now)) {
    return text;
  }
  return (
    <StatusLabel
      appearance={
        seconds > 0
          ? { tone: 'warning', icon: RiAlertFill }
          : { tone: 'negative', icon: RiCloseCircleFill }
      }
    >
      {text}
    </StatusLabel>
  );
}

function CertificateTable({ items }: { items: CertificateStatus[] }) {
  const { t } = useTexts();
  return (
    <StatusTable
      caption={t('data.certificates')}
      items={items}
      itemKey={item => item.name}
      columns={[
        {
          id: 'certificate',
          label: t('data.certificate'),
          cell: item => item.name,
        },
        {
          id: 'state',
          label: t('data.health'),
          cell: item => (
            <>
              <StatusLabel
                appearance={
                  item.isReady
                    ? { tone: 'positive', icon: RiCheckboxCircleFill }
                    : { tone: 'negative', icon: RiCloseCircleFill }
                }
              >
                {t(item.isReady ? 'data.ready' : 'data.notReady')}
              </StatusLabel>{' '}
              {item.message}
            </>
          ),
        },
        {
          id: 'names',
          label: t('data.names'),
          cell: item => item.dnsNames.join(', '),
        },
        {
          id: 'expires',
          label: t('data.expires'),
          cell: item =>
            item.notAfter && (
              <Expiry notAfter={item.notAfter} renewalAt={item.renewalAt} />
            ),
        },
      ]}
    />
  );
}

function ServiceTable({ items }: { items: ComponentStatus[] }) {
  const { t } = useTexts();
  return (
    <StatusTable
      caption={t('data.services')}
      items={items}
      itemKey={item => item.name}
      columns={[
        {
          id: 'service',
          label: t('data.service'),
          cell: item => t(`component.${item.name}`),
        },
        {
          id: 'health',
          label: t('data.health'),
          cell: item => <HealthLabel health={item.health} />,
        },
        {
          id: 'replicas',
          label: t('data.replicas'),
          cell: item =>
            item.replicas && <ReplicaBar replicas={item.replicas} />,
        },
        {
          id: 'version',
          label: t('data.version'),
          cell: item => item.version,
        },
        {
          id: 'workload',
          label: t('data.workload'),
          cell: item =>
            item.workload && `${item.workload.kind} ${item.workload.name}`,
        },
      ]}
    />
  );
}

/** Data services, storage, backups and certificates: what an environment cannot be rebuilt without. */
export function DataServices({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { storage, backups, certificates } = status;
  const services = status.components.filter(({ name }) =>
    SERVICES.includes(name),
  );
  const isEmpty =
    services.length + storage.length + backups.length + certificates.length ===
    0;
  return (
    <Section title={t('data.title')}>
      {isEmpty && <p className={styles.muted}>{t('data.none')}</p>}
      {services.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('data.services')}</h3>
          <ServiceTable items={services} />
        </div>
      )}
      {storage.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('data.storage')}</h3>
          <StorageTable items={storage} />
        </div>
      )}
      {backups.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('data.backups')}</h3>
          <BackupTable items={backups} />
        </div>
      )}
      {certificates.length > 0 && (
        <div>
          <h3 className={styles.heading}>{t('data.certificates')}</h3>
          <CertificateTable items={certificates} />
        </div>
      )}
    </Section>
  );
}
