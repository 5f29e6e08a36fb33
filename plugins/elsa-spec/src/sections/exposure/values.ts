/*
 * exposure, ingress        from
 * ----------------------------------------------------------------------
 * exposure.acknowledge     security.acknowledge
 * exposure.*               exposure.* (hosts, sources, TLS, rate limit, CORS, headers, Gateway)
 * ingress.*                exposure.ingressClassName, exposure.alb
 */
import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function ingressValues({ spec: { exposure } }: Environment): Values {
  const { alb } = exposure;
  return {
    className: exposure.ingressClassName ?? '',
    ...(exposure.kind === 'alb' && {
      alb: {
        scheme: alb.scheme,
        certificateArns: alb.certificateArn ? [alb.certificateArn] : [],
        groupName: alb.groupName ?? '',
      },
    }),
  };
}

export function exposureValues({
  spec: { exposure, security },
}: Environment): Values {
  const { kind, hosts, rateLimit, cors, tls, gateway } = exposure;
  if (kind === 'none') return { kind };
  return {
    kind,
    hosts: {
      server: hosts.server ?? '',
      // The chart ignores the studio's name when the studio is off.
      ...(hosts.studio !== undefined && { studio: hosts.studio }),
    },
    extraServerPaths: exposure.extraServerPaths,
    allowedSources: exposure.allowedSources,
    acknowledge: security.acknowledge,
    annotations: exposure.annotations,
    tls: {
      enabled: tls.enabled,
      secretName: tls.secretName ?? '',
      certManager: {
        enabled: tls.enabled && tls.source === 'cert-manager',
        issuerKind: tls.issuer.kind,
        issuerName: tls.issuer.name,
      },
    },
    rateLimit: {
      enabled: rateLimit !== undefined,
      ...(rateLimit && {
        requestsPerSecond: rateLimit.requestsPerSecond,
        burst: rateLimit.burst ?? rateLimit.requestsPerSecond * 2,
      }),
    },
    cors: {
      enabled: cors !== undefined,
      ...(cors && { allowOrigins: cors.origins }),
    },
    headers: { enabled: exposure.securityHeaders },
    ...(kind === 'gateway' && {
      gateway: {
        mode: gateway.mode,
        name: gateway.name,
        namespace: gateway.namespace,
        sectionName: gateway.sectionName ?? '',
        className: gateway.className ?? '',
        implementation:
          gateway.implementation === 'envoy-gateway' ? 'envoy-gateway' : 'none',
      },
    }),
  };
}
