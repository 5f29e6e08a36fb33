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
import {
  elsaEnvironmentReadPermission,
  type EnvironmentStatus,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { useEnvironment } from '../../hooks/useEnvironment';
import { useTexts } from '../../hooks/useTexts';
import { ENTITY_TAB_PATH } from '../../routes';
import { classifyError } from '../../utils/classifyError';
import { countAlerts } from '../../utils/countAlerts';
import { environmentRefOf } from '../../utils/environmentRefOf';
import { worstSlo } from '../../utils/worstSlo';
import { ReplicaBar } from '../ReplicaBar';
import { useBudgetText } from '../SloPanel';
import { HealthLabel, SloStateLabel } from '../StatusLabel';
import tones from '../tones.module.css';
import styles from './ElsaCard.module.css';

function Facts({ status }: { status: EnvironmentStatus }) {
  const { t } = useTexts();
  const budgetText = useBudgetText();
  const { health } = status;
  const server = status.components.find(each => each.name === 'server');
  const slo = worstSlo(status.slos);
  const alerts = countAlerts(status.alerts);
  return (
    <>
      <div>
        <HealthLabel
          health={health.status}
          isPartial={health.isPartial}
          variant="badge"
        />
        {health.reasons[0] && (
          <p className={styles.reason}>{health.reasons[0].message}</p>
        )}
      </div>
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
              {budgetText(slo.remaining)}
            </dd>
          </div>
        )}
        <div>
          <dt>{t('table.alerts')}</dt>
          <dd>{t('alerts.firing', { count: alerts.firing })}</dd>
        </div>
      </dl>
    </>
  );
}

/** As in the tab: 404 is told apart by what the reader may see. */
function Absence(props: { entityRef: string; error: Error }) {
  const { entityRef, error } = props;
  const { t } = useTexts();
  const { loading, allowed } = usePermission({
    permission: elsaEnvironmentReadPermission,
    resourceRef: entityRef,
  });
  if (classifyError(error) !== 'not-found') {
    return <>{`${t('states.failedTitle')}. ${error.message}`}</>;
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
        {data && <Facts status={data} />}
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
