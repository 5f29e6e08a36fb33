import { autoscalerVerdict } from './autoscaler';
import { certificateVerdict } from './certificate';
import { clusterVerdict } from './cluster';
import { gatewayVerdict, httpRouteVerdict } from './gateway';
import { ingressVerdict } from './ingress';
import { scaledObjectVerdict } from './keda';
import { poolerVerdict } from './pooler';
import { rabbitmqVerdict } from './rabbitmq';
import {
  externalSecretVerdict,
  sealedSecretVerdict,
  secretStoreVerdict,
} from './secrets';
import type { OperatorRule } from './types';

/** Kinds of which Argo CD's verdict is too kind, too harsh or too slow. */
export const OPERATOR_RULES: ReadonlyMap<string, OperatorRule> = new Map([
  ['postgresql.cnpg.io/Cluster', clusterVerdict],
  ['postgresql.cnpg.io/Pooler', poolerVerdict],
  ['rabbitmq.com/RabbitmqCluster', rabbitmqVerdict],
  ['keda.sh/ScaledObject', scaledObjectVerdict],
  ['autoscaling/HorizontalPodAutoscaler', autoscalerVerdict],
  ['cert-manager.io/Certificate', certificateVerdict],
  ['external-secrets.io/ExternalSecret', externalSecretVerdict],
  ['external-secrets.io/SecretStore', secretStoreVerdict],
  ['bitnami.com/SealedSecret', sealedSecretVerdict],
  ['gateway.networking.k8s.io/Gateway', gatewayVerdict],
  ['gateway.networking.k8s.io/HTTPRoute', httpRouteVerdict],
  ['networking.k8s.io/Ingress', ingressVerdict],
]);
