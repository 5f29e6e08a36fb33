/*
 * exposure, ingress, mesh  from
 * ----------------------------------------------------------------------
 * exposure.acknowledge     security.acknowledge
 * exposure.*               exposure.* (hosts, sources, TLS, rate limit, CORS, headers, Gateway)
 * ingress.*                exposure.ingressClassName, exposure.alb
 * mesh.*                   mesh.*
 */
import type { Spec, Values } from './types';

export function edgeValues(spec: Spec): Values {
  return {
    exposure: exposureValues(spec),
    ingress: {
      className: spec.exposure.ingressClassName ?? '',
      ...(spec.exposure.kind === 'alb' && {
        alb: {
          scheme: spec.exposure.alb.scheme,
          certificateArns: spec.exposure.alb.certificateArn
            ? [spec.exposure.alb.certificateArn]
            : [],
          groupName: spec.exposure.alb.groupName ?? '',
        },
      }),
    },
    mesh: meshValues(spec),
  };
}

function exposureValues({ exposure, security }: Spec): Values {
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

function meshValues({ mesh, exposure }: Spec): Values {
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
      rateLimit: exposure.rateLimit !== undefined && !limitsAtEdge(exposure),
      ...(mesh.canary && { canary: mesh.canary }),
    },
  };
}

/** Whether the edge itself counts requests per client. */
function limitsAtEdge({ kind, gateway }: Spec['exposure']): boolean {
  return (
    ['ingress-nginx', 'ingress-traefik', 'traefik'].includes(kind) ||
    (kind === 'gateway' && gateway.implementation === 'envoy-gateway')
  );
}
