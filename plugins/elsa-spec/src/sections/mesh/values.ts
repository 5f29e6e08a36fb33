import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function meshValues({
  spec: { mesh, exposure },
  profiles,
}: Environment): Values {
  if (mesh.kind === 'none') return { kind: 'none' };
  if (mesh.kind === 'istio') {
    return {
      kind: 'istio',
      istio: {
        dataplane: mesh.istio.dataplane,
        ingressNamespace: mesh.istio.gatewayNamespace,
        ingressServiceAccount: mesh.istio.gatewayServiceAccount,
        mtls: mesh.istio.mutualTls,
        retryAttempts: mesh.retries ? 2 : 0,
      },
    };
  }
  return {
    kind: 'linkerd',
    linkerd: {
      retryLimit: mesh.retries ? 2 : 0,
      rateLimit:
        exposure.rateLimit !== undefined && !profiles.exposure.limitsRates,
      ...(mesh.canary && { canary: mesh.canary }),
    },
  };
}
