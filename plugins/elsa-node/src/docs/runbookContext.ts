import type {
  RunbookContext,
  RunbookFact,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { Environment } from '../files/types';

const FACTS: Record<RunbookFact, (environment: Environment) => boolean> = {
  'cert-manager': ({ spec: { exposure } }) =>
    exposure.kind !== 'none' &&
    exposure.tls.enabled &&
    exposure.tls.source === 'cert-manager',
  'external-secrets': ({ spec }) => spec.secrets.kind === 'external-secrets',
  'sealed-secrets': ({ spec }) => spec.secrets.kind === 'sealed-secrets',
  // An external Redis has no pod to ask.
  'redis-locks': ({ spec, profiles }) =>
    spec.server.locks === 'redis' && profiles.redis.isOwn,
  'postgresql-locks': ({ spec }) => spec.server.locks === 'postgresql',
  'embedded-database': ({ profiles }) => profiles.database.isStatefulSet,
  'embedded-redis': ({ spec, profiles }) =>
    spec.redis.enabled && profiles.redis.isStatefulSet,
  'embedded-rabbitmq': ({ spec, profiles }) =>
    spec.rabbitmq.enabled && profiles.rabbitmq.isStatefulSet,
};

/** Names, kinds and parts of this environment, for the commands of one entry of its runbook. */
export function runbookContextOf(
  environment: Environment,
  key: string,
): RunbookContext {
  const { spec, profiles } = environment;
  const { name } = spec.metadata;
  const { namespace } = spec.target;
  const { classKinds, isCertificateBesideProxy, routeKinds } =
    profiles.exposure;
  return {
    environment: name,
    namespace,
    objectNamespace:
      key === 'certificate' && isCertificateBesideProxy
        ? spec.mesh.istio.gatewayNamespace
        : namespace,
    databaseKind: profiles.database.runbook,
    database: `${name}-${spec.database.provider}`,
    host: spec.exposure.hosts.server,
    application: name,
    applicationNamespace: spec.delivery.argocd.namespace,
    // kubectl refuses types that the cluster does not know.
    routeKinds,
    classKinds,
    facts: (Object.keys(FACTS) as RunbookFact[]).filter(fact =>
      FACTS[fact](environment),
    ),
  };
}
