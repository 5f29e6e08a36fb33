import {
  ELSA_ENVIRONMENT_ANNOTATION,
  elsaEnvironmentReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { useEnvironment } from '../../data/useEnvironment';
import { classifyError } from '../../data/classifyError';
import { environmentRefOf } from '../../data/environmentRefOf';
import { EnvironmentFailure, ForbiddenNotice } from '../EnvironmentFailure';
import { EnvironmentSkeleton } from '../EnvironmentSkeleton';
import { EnvironmentView } from '../EnvironmentView';
import { NotConfigured } from '../NotConfigured';
import { NotDeployed } from '../NotDeployed';
import tones from '../../ui/tones.module.css';

/** What the tab shows of an entity that belongs to an environment. */
function EnvironmentContent({ entityRef }: { entityRef: string }) {
  const environment = useEnvironment(entityRef);
  const { data, error, isLoading } = environment;
  if (data) {
    return <EnvironmentView live={{ ...environment, data }} />;
  }
  if (isLoading || !error) {
    return <EnvironmentSkeleton />;
  }
  return (
    <div className={tones.root}>
      {classifyError(error) === 'not-found' ? (
        <AbsentEnvironment entityRef={entityRef} />
      ) : (
        <EnvironmentFailure error={error} onRetry={environment.reload} />
      )}
    </div>
  );
}

/**
 * The API answers 404 both when there is nothing and when the reader may not
 * know; only the permission framework can tell him which it is.
 */
function AbsentEnvironment({ entityRef }: { entityRef: string }) {
  const { loading, allowed } = usePermission({
    permission: elsaEnvironmentReadPermission,
    resourceRef: entityRef,
  });
  if (loading) {
    return <EnvironmentSkeleton />;
  }
  return allowed ? <NotDeployed /> : <ForbiddenNotice />;
}

/** The Elsa tab of an entity page. */
export function ElsaContent() {
  const { entity } = useEntity();
  if (!entity.metadata.annotations?.[ELSA_ENVIRONMENT_ANNOTATION]) {
    return (
      <div className={tones.root}>
        <NotConfigured />
      </div>
    );
  }
  return (
    <EnvironmentContent
      key={stringifyEntityRef(entity)}
      entityRef={environmentRefOf(entity)}
    />
  );
}
