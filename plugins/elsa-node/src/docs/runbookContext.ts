import type {
  RunbookContext,
  RunbookDatabase,
  RunbookFact,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { Environment, Spec } from '../files/types';

const FACTS: Record<RunbookFact, (spec: Spec) => boolean> = {
  'cert-manager': ({ exposure }) =>
    exposure.kind !== 'none' &&
    exposure.tls.enabled &&
    exposure.tls.source === 'cert-manager',
  'external-secrets': ({ secrets }) => secrets.kind === 'external-secrets',
  'sealed-secrets': ({ secrets }) => secrets.kind === 'sealed-secrets',
  // An external Redis has no pod to ask.
  'redis-locks': ({ server, redis }) =>
    server.locks === 'redis' && redis.mode === 'embedded',
  'postgresql-locks': ({ server }) => server.locks === 'postgresql',
  'embedded-database': ({ database }) =>
    database.mode === 'embedded' && database.provider !== 'sqlite',
  'embedded-redis': ({ redis }) => redis.enabled && redis.mode === 'embedded',
  'embedded-rabbitmq': ({ rabbitmq }) =>
    rabbitmq.enabled && rabbitmq.mode === 'embedded',
};

function databaseKind({ database }: Spec): RunbookDatabase {
  const { provider, mode } = database;
  if (mode === 'cloudnativepg') return 'cloudnative-pg';
  if (mode === 'external' || provider === 'sqlite') return 'external';
  return provider;
}

/** Names, kinds and parts of this environment, for the commands of one entry of its runbook. */
export function runbookContextOf(
  { spec, profiles }: Environment,
  key: string,
): RunbookContext {
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
    databaseKind: databaseKind(spec),
    database: `${name}-${spec.database.provider}`,
    host: spec.exposure.hosts.server,
    application: name,
    applicationNamespace: spec.delivery.argocd.namespace,
    // kubectl refuses types that the cluster does not know.
    routeKinds,
    classKinds,
    facts: (Object.keys(FACTS) as RunbookFact[]).filter(fact =>
      FACTS[fact](spec),
    ),
  };
}
