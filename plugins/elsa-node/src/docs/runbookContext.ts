import type {
  RunbookContext,
  RunbookDatabase,
  RunbookFact,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Spec } from '../generate/types';

const GATEWAY_API =
  'gateways.gateway.networking.k8s.io,httproutes.gateway.networking.k8s.io';
const INGRESS = 'ingresses.networking.k8s.io';
const GATEWAY_CLASSES = 'gatewayclasses.gateway.networking.k8s.io';
const INGRESS_CLASSES = 'ingressclasses.networking.k8s.io';

/** What the cluster has to know for each way in; kubectl refuses types that it does not know. */
const ROUTES: Record<
  Spec['exposure']['kind'],
  { routeKinds: string; classKinds: string }
> = {
  gateway: { routeKinds: GATEWAY_API, classKinds: GATEWAY_CLASSES },
  ingress: { routeKinds: INGRESS, classKinds: INGRESS_CLASSES },
  'ingress-nginx': { routeKinds: INGRESS, classKinds: INGRESS_CLASSES },
  'ingress-traefik': { routeKinds: INGRESS, classKinds: INGRESS_CLASSES },
  alb: { routeKinds: INGRESS, classKinds: INGRESS_CLASSES },
  traefik: {
    routeKinds: 'ingressroutes.traefik.io,middlewares.traefik.io',
    classKinds: INGRESS_CLASSES,
  },
  istio: {
    routeKinds:
      'gateways.networking.istio.io,virtualservices.networking.istio.io',
    classKinds: INGRESS_CLASSES,
  },
  none: { routeKinds: INGRESS, classKinds: INGRESS_CLASSES },
};

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
export function runbookContextOf(spec: Spec, key: string): RunbookContext {
  const { name } = spec.metadata;
  const { namespace } = spec.target;
  return {
    environment: name,
    namespace,
    // Istio's gateway reads certificates of its own namespace only.
    objectNamespace:
      key === 'certificate' && spec.exposure.kind === 'istio'
        ? spec.mesh.istio.gatewayNamespace
        : namespace,
    databaseKind: databaseKind(spec),
    database: `${name}-${spec.database.provider}`,
    host: spec.exposure.hosts.server,
    application: name,
    applicationNamespace: spec.delivery.argocd.namespace,
    ...ROUTES[spec.exposure.kind],
    facts: (Object.keys(FACTS) as RunbookFact[]).filter(fact =>
      FACTS[fact](spec),
    ),
  };
}
