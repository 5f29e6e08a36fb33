import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { elsaUnregisteredReadPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import { type UnregisteredEnvironment } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiAlertFill, RiShieldKeyholeFill } from '@remixicon/react';
import { elsaApiRef } from '../../data/elsaApiRef';
import { useLiveData } from '../../data/useLiveData';
import { useTexts } from '../../ui/useTexts';
import { useErrorText } from '../../ui/useErrorText';
import { Age } from '../../ui/Age';
import { Notice } from '../../ui/Notice';
import { Section } from '../../ui/Section';
import { SecurityMark } from '../../ui/SecurityNotice';
import { HealthLabel } from '../../ui/StatusLabel';
import { StatusTable } from '../../ui/StatusTable';
import tones from '../../ui/tones.module.css';
import styles from './UnregisteredSection.module.css';

function Health({ item }: { item: UnregisteredEnvironment }) {
  const { t } = useTexts();
  const [first] = item.securityFindings ?? [];
  return (
    <>
      <span className={styles.line}>
        <HealthLabel health={item.health} />
        {first && (
          <SecurityMark hint={t('security.body', { image: first.image })} />
        )}
      </span>
      {item.securityFindings?.map(({ image }) => (
        <div key={image} className={styles.image}>
          {image}
        </div>
      ))}
    </>
  );
}

/** Nobody is told of these, so what has to be done stands here. */
function Findings({ items }: { items: UnregisteredEnvironment[] }) {
  const { t } = useTexts();
  const count = items.filter(item => item.securityFindings).length;
  return count > 0 ? (
    <Notice
      appearance={{ tone: 'negative', icon: RiShieldKeyholeFill }}
      title={t('unregistered.findings', { count })}
    >
      {t('unregistered.findingsBody')}
    </Notice>
  ) : null;
}

function Unregistered() {
  const { t } = useTexts();
  const errorText = useErrorText();
  const elsaApi = useApi(elsaApiRef);
  const { data, error } = useLiveData({
    key: 'unregistered',
    load: signal => elsaApi.listUnregistered({ signal }),
    // Pushes speak of registered environments; the interval is enough here.
  });
  if (!data && !error) {
    return null;
  }
  if (data?.items.length === 0) {
    return null;
  }
  return (
    <div className={`${tones.root} ${styles.root}`}>
      <Section title={t('unregistered.title')}>
        <p className={styles.description}>{t('unregistered.description')}</p>
        {error && (
          <Notice
            appearance={{ tone: 'warning', icon: RiAlertFill }}
            title={t('unregistered.failed', { message: errorText(error) })}
          />
        )}
        {data && <Findings items={data.items} />}
        {data && (
          <StatusTable
            caption={t('unregistered.caption')}
            items={data.items}
            itemKey={item => `${item.cluster}/${item.namespace}/${item.name}`}
            columns={[
              {
                id: 'name',
                label: t('table.environment'),
                cell: item => item.name,
              },
              {
                id: 'health',
                label: t('table.health'),
                cell: item => <Health item={item} />,
              },
              {
                id: 'place',
                label: t('table.place'),
                cell: item => `${item.cluster} / ${item.namespace}`,
              },
              {
                id: 'owner',
                label: t('unregistered.clusterOwner'),
                cell: item => item.clusterOwner ?? t('table.noOwner'),
              },
              {
                id: 'firstSeen',
                label: t('unregistered.firstSeen'),
                cell: item => <Age time={item.firstSeenAt} />,
              },
              {
                id: 'lastSeen',
                label: t('unregistered.lastSeen'),
                cell: item => <Age time={item.lastSeenAt} />,
              },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

/** Environments that no catalog entity stands for; only for those who may see them. */
export function UnregisteredSection() {
  const { allowed } = usePermission({
    permission: elsaUnregisteredReadPermission,
  });
  return allowed ? <Unregistered /> : null;
}
