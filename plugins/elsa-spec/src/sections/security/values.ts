/*
 * podDisruptionBudget,     from
 * limitRange, resourceQuota,
 * networkPolicy, rbac
 * ----------------------------------------------------------------------
 * podDisruptionBudget      security.podDisruptionBudget
 * limitRange               security.limitRange
 * resourceQuota.hard       security.resourceQuota
 * networkPolicy.*          security.networkPolicy, exposure.alb, monitoring.namespace
 * rbac.viewer              security.viewers
 */
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';

export function securityValues(environment: Environment): Values {
  const { spec } = environment;
  const { security } = spec;
  return {
    podDisruptionBudget: { enabled: security.podDisruptionBudget },
    limitRange: { enabled: security.limitRange },
    resourceQuota: quotaValues(spec),
    networkPolicy: networkPolicyValues(environment),
    rbac: {
      viewer: {
        enabled: security.viewers.length > 0,
        subjects: security.viewers.map(({ kind, name }) => ({
          kind,
          name,
          apiGroup: 'rbac.authorization.k8s.io',
        })),
      },
    },
  };
}

function quotaValues({ security: { resourceQuota } }: Spec): Values {
  const { enabled, cpu, memory, pods } = resourceQuota;
  return {
    enabled,
    ...(enabled && {
      hard: {
        ...(cpu && { 'requests.cpu': cpu, 'limits.cpu': cpu }),
        ...(memory && { 'requests.memory': memory, 'limits.memory': memory }),
        ...(pods !== undefined && { pods: String(pods) }),
      },
    }),
  };
}

function networkPolicyValues(environment: Environment): Values {
  const { spec } = environment;
  const { networkPolicy } = spec.security;
  return {
    enabled: networkPolicy.enabled,
    // The mesh's policies name it too, with or without network policies.
    monitoringNamespace: networkPolicy.monitoringNamespace,
    ...(networkPolicy.enabled && {
      controllerNamespace: controllerNamespace(environment),
      controllerCidrs:
        spec.exposure.kind === 'alb' ? spec.exposure.alb.sourceCidrs : [],
      egress: {
        httpsCidrs: networkPolicy.allowHttpsEgress ? ['0.0.0.0/0'] : [],
        smtpPorts: networkPolicy.allowMail ? [587, 465] : [],
      },
      extraServerEgress: networkPolicy.egress.map(
        ({ cidr, ports, protocol }) => ({
          to: [{ ipBlock: { cidr } }],
          ports: ports.map(port => ({ port, protocol })),
        }),
      ),
    }),
  };
}

/** A Gateway's pods often run beside the Gateway object; the chart knows the usual places of the others. */
function controllerNamespace({
  spec: { security, mesh },
  profiles,
}: Environment): string {
  const stated = security.networkPolicy.controllerNamespace;
  if (stated) return stated;
  const { mesh: ownMesh, proxyNamespace = '' } = profiles.exposure;
  return ownMesh ? mesh[ownMesh].gatewayNamespace : proxyNamespace;
}
