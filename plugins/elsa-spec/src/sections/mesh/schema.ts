import { z } from 'zod';
import { labelName } from '../../fields/primitives';

export const mesh = () =>
  z.strictObject({
    kind: z.enum(['none', 'istio', 'linkerd']).default('none'),
    istio: z
      .strictObject({
        gatewayNamespace: labelName('a namespace').default('istio-ingress'),
        gatewayServiceAccount: labelName('a service account').default(
          'istio-ingressgateway',
        ),
        dataplane: z.enum(['sidecar', 'ambient']).default('sidecar'),
        mutualTls: z.enum(['STRICT', 'PERMISSIVE']).default('STRICT'),
      })
      .prefault({}),
    retries: z
      .boolean()
      .default(true)
      .describe('Of failed connections and reads only'),
    canary: z
      .strictObject({
        service: labelName('a Service name'),
        weight: z.int().min(1).max(99).default(10),
      })
      .optional()
      .describe('Another Service that gets a share of the requests (Linkerd)'),
  });
