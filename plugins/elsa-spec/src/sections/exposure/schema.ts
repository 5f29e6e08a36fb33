/* eslint-disable max-lines-per-function -- a table of the section's fields */
import { z } from 'zod';
import {
  absolutePath,
  annotations,
  cidr,
  hostName,
  labelName,
  objectName,
} from '../../fields/primitives';
import { EXPOSURE_KINDS } from '../../profiles';

const origin = () =>
  z.string().refine(
    value => {
      try {
        const url = new URL(value);
        return (
          url.origin === value && ['https:', 'http:'].includes(url.protocol)
        );
      } catch {
        return false;
      }
    },
    {
      message: 'This is not an origin.',
      params: {
        remedy:
          'Write scheme and host without path or trailing slash, such as https://studio.example.com.',
      },
    },
  );

export const exposure = () =>
  z.strictObject({
    kind: z.enum(EXPOSURE_KINDS).default('gateway'),
    host: hostName()
      .optional()
      .describe(
        "Studio's host name; the server's follows from it (elsa.example.com gives elsa-api.example.com)",
      ),
    hosts: z
      .strictObject({ server: hostName(), studio: hostName() })
      .partial()
      .prefault({}),
    extraServerPaths: z
      .array(absolutePath())
      .max(20)
      .default([])
      .describe("Prefixes on the server's host beside API, hubs and workflows"),
    gateway: z
      .strictObject({
        mode: z
          .enum(['shared', 'listenerset', 'own'])
          .default('shared')
          .describe(
            "The platform's Gateway, own listeners on it, or a Gateway of this environment",
          ),
        className: objectName('a gateway class').optional(),
        name: objectName('a Gateway name').default('public'),
        namespace: labelName('a namespace').default('gateway-system'),
        sectionName: labelName('a listener name').optional(),
        implementation: z
          .enum(['envoy-gateway', 'istio', 'traefik', 'other'])
          .default('other')
          .describe(
            'What implements the Gateway: decides on rate limits and metrics',
          ),
      })
      .prefault({}),
    ingressClassName: objectName('an ingress class').optional(),
    alb: z
      .strictObject({
        scheme: z.enum(['internet-facing', 'internal']).default('internal'),
        certificateArn: z
          .string()
          .refine(
            value =>
              /^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate\/[0-9a-f-]{36}$/.test(
                value,
              ),
            {
              message: 'This is not a valid certificate ARN.',
              params: {
                remedy:
                  'Copy it from AWS Certificate Manager: arn:aws:acm:<region>:<account>:certificate/<id>.',
              },
            },
          )
          .optional(),
        sourceCidrs: z
          .array(cidr())
          .max(50)
          .default([])
          .describe(
            'Networks of the load balancer, which reach the pods directly',
          ),
        groupName: labelName('a group name').optional(),
      })
      .prefault({}),
    tls: z
      .strictObject({
        enabled: z.boolean().default(true),
        source: z
          .enum(['cert-manager', 'secret', 'edge'])
          .optional()
          .describe(
            'cert-manager issues it, a Secret holds it, or the edge (Gateway listener, load balancer) has its own',
          ),
        issuer: z
          .strictObject({
            name: objectName('an issuer name').default('letsencrypt-prod'),
            kind: z.enum(['ClusterIssuer', 'Issuer']).default('ClusterIssuer'),
          })
          .prefault({}),
        secretName: objectName('a Secret name').optional(),
      })
      .prefault({}),
    rateLimit: z
      .strictObject({
        requestsPerSecond: z.int().min(1).max(100000),
        burst: z.int().min(1).max(1000000).optional(),
      })
      .optional(),
    cors: z
      .strictObject({ origins: z.array(origin()).min(1).max(50) })
      .optional()
      .describe(
        'Only where the edge replaces the header that the server sets itself',
      ),
    securityHeaders: z.boolean().default(false),
    allowedSources: z
      .array(cidr())
      .max(50)
      .default([])
      .describe(
        'Networks from which server and studio can be reached; everybody unless given. For Envoy Gateway, ingress-nginx, Traefik and load balancers of AWS',
      ),
    annotations: annotations()
      .default({})
      .describe('Further annotations on routes and Ingress objects'),
  });
