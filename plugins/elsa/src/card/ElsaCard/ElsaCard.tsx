import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Skeleton,
} from '@backstage/ui';
import { usePermission } from '@backstage/plugin-permission-react';
import { elsaEnvironmentReadPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  alertReadability,
  countAlerts,
  type EnvironmentStatus,
  isAlertless,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { worstSlo } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { RiAlertFill, RiTimeLine } from '@remixicon/react';
import { useEnvironment } from '../../data/useEnvironment';
import { useFormat } from '../../ui/useFormat';
import { useNow } from '../../ui/useNow';
import { useTexts } from '../../ui/useTexts';
import { ENTITY_TAB_PATH } from '../../data/routes';
import { useReasonTitle } from '../../runbook';
import { NO_ALERTS } from '../../ui/noAlerts';
import { classifyError } from '../../data/classifyError';
import { environmentRefOf } from '../../data/environmentRefOf';
import { useErrorText } from '../../ui/useErrorText';
import { factsOf, useAttention } from '../../ui/useAttention';
import { joinSentences } from '../../ui/joinSentences';
import { useUnmeasuredText } from '../../ui/useUnmeasuredText';
import { ReplicaBar } from '../../ui/ReplicaBar';
import { SecurityMark } from '../../ui/SecurityNotice';
import { useBudgetText } from '../../ui/useBudgetText';
import { HealthLabel, SloStateLabel, StatusLabel } from '../../ui/StatusLabel';
import tones from '../../ui/tones.module.css';
import styles from './ElsaCard.module.css';

/** Alerts that could not be read must not look like no alerts. */
function Alerts({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const { firing, pending } = countAlerts(status.alerts);
  const readability = alertReadability({
    hasAlerts: status.alerts.length > 0,
    sources: status.sources,
  });
  if (firing + pending === 0 || isAlertless(readability)) {
    return (
      <StatusLabel appearance={NO_ALERTS[readability].appearance}>
        {t(NO_ALERTS[readability].text)}
      </StatusLabel>
    );
  }
  return (
    <StatusLabel
      title={readability === 'stale' ? t('alerts.stale') : undefined}
      appearance={
        firing > 0
          ? { tone: 'negative', icon: RiAlertFill }
          : { tone: 'warning', icon: RiTimeLine }
      }
    >
      {firing > 0
        ? t('alerts.firing', { count: firing })
        : t('alerts.pending', { count: pending })}
    </StatusLabel>
  );
}

/** That the figures are not the present ones, and of when they are. */
function Staleness(props: { status: EnvironmentStatus; error?: Error }) {
  const { status, error } = props;
  const { t } = useTexts();
  const format = useFormat();
  const now = useNow();
  if (!status.isStale && !error) {
    return null;
  }
  const time = status.collectedAt;
  return (
    <StatusLabel appearance={{ tone: 'warning', icon: RiTimeLine }}>
      {error ? t('states.keptTitle') : t('table.stale')}
      {time && `, ${t('sources.asOf', { age: format.relative(time, now) })}`}
    </StatusLabel>
  );
}

/** Health and why, under what is worse than it. */
function Verdict(props: { status: EnvironmentStatus; error?: Error }) {
  const { status, error } = props;
  const { health } = status;
  const reasonTitle = useReasonTitle();
  const [first] = health.reasons;
  const title = first && reasonTitle(first);
  const attention = useAttention()(factsOf(status));
  return (
    <div className={styles.health}>
      <HealthLabel
        health={health.status}
        isPartial={health.isPartial}
        variant="badge"
      />
      {status.securityFindings && <SecurityMark />}
      {attention && (
        <p
          className={`${styles.attention} ${tones[attention.appearance.tone]}`}
        >
          <attention.appearance.icon aria-hidden className={styles.icon} />{' '}
          {attention.text}
        </p>
      )}
      {title && (
        <p className={styles.reason} lang={title.lang}>
          {title.text}
        </p>
      )}
      <Staleness status={status} error={error} />
    </div>
  );
}

function Facts(props: { status: EnvironmentStatus; error?: Error }) {
  const { status } = props;
  const { t } = useTexts();
  const budgetText = useBudgetText();
  const unmeasuredText = useUnmeasuredText();
  const server = status.components.find(each => each.name === 'server');
  const slo = worstSlo(status.slos);
  return (
    <>
      <Verdict {...props} />
      <dl className={styles.facts}>
        {server?.replicas && (
          <div>
            <dt>{t('component.server')}</dt>
            <dd>
              <ReplicaBar replicas={server.replicas} />
            </dd>
          </div>
        )}
        {slo && (
          <div>
            <dt>{t('table.slo')}</dt>
            <dd>
              <SloStateLabel state={slo.state} /> {slo.title}:{' '}
              {unmeasuredText(slo) ?? budgetText(slo.remaining)}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('table.alerts')}</dt>
          <dd>
            <Alerts status={status} />
          </dd>
        </div>
      </dl>
    </>
  );
}

/** As in the tab: 404 is told apart by what the reader may see. */
function Absence(props: { entityRef: string; error: Error }) {
  const { entityRef, error } = props;
  const { t } = useTexts();
  const errorText = useErrorText();
  const { loading, allowed } = usePermission({
    permission: elsaEnvironmentReadPermission,
    resourceRef: entityRef,
  });
  if (classifyError(error) !== 'not-found') {
    return <>{joinSentences(t('states.failedTitle'), errorText(error))}</>;
  }
  if (loading) {
    return null;
  }
  return (
    <>{t(allowed ? 'states.notDeployedTitle' : 'states.forbiddenTitle')}</>
  );
}

/** The overview card of an environment and its parts. */
export function ElsaCard() {
  const { entity } = useEntity();
  const { t } = useTexts();
  const entityRef = environmentRefOf(entity);
  const { data, error, isLoading } = useEnvironment(entityRef);
  const entityLink = useEntityRefLink();
  return (
    <Card className={tones.root}>
      <CardHeader>
        <h2 className={styles.title}>{t('card.title')}</h2>
      </CardHeader>
      <CardBody className={styles.body}>
        {isLoading && (
          <Skeleton
            width="100%"
            height={96}
            role="status"
            aria-label={t('states.loading')}
          />
        )}
        {data && <Facts status={data} error={error} />}
        {!data && error && (
          <p role="status" className={styles.reason}>
            <Absence entityRef={entityRef} error={error} />
          </p>
        )}
      </CardBody>
      <CardFooter>
        <Link
          href={`${entityLink(stringifyEntityRef(entity))}/${ENTITY_TAB_PATH}`}
        >
          {t('card.open')}
        </Link>
      </CardFooter>
    </Card>
  );
}
