import type { Spec, Values } from '../Values';
import { exposureProfileOf } from '../../profiles';

export function meshValues({ mesh, exposure }: Spec): Values {
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
        exposure.rateLimit !== undefined &&
        !exposureProfileOf(exposure).limitsRates,
      ...(mesh.canary && { canary: mesh.canary }),
    },
  };
}
