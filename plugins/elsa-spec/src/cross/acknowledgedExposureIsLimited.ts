import type { Rule, Sections } from '../environment/Rule';
import { exposureProfileOf, type HostProfile } from '../profiles';
import { areForEverybody, isForEverybody } from './networks';
import { isExposed, publicImages } from './publicCredentials';

const isAcknowledged = (
  spec: Sections<'host' | 'studio' | 'exposure' | 'security' | 'extra'>,
  profile: HostProfile,
): boolean =>
  isExposed(spec) &&
  publicImages(spec, profile).some(({ found }) =>
    spec.security.acknowledge.includes(found.finding),
  );

const WHY = 'Anybody who reaches the server can take it over.';

/** Networks of clients, and those of a load balancer from which pods are reached past it. */
const networkIssues = (path: string, networks: readonly string[]) => [
  ...networks.map(
    (network, index) =>
      isForEverybody(network) && {
        path: `${path}[${index}]`,
        value: network,
        message: `${WHY} This network is as good as everybody.`,
        remedy:
          'Name the networks of those who work with it, of /8 at most, and IPv4 networks as such.',
      },
  ),
  areForEverybody(networks) && {
    path,
    message: `${WHY} Together these networks are as good as everybody.`,
    remedy:
      'Name the networks of those who work with it: no more addresses than four networks of /8, or of /16 with IPv6.',
  },
];

/** The class decides which controller reads the Ingress, and so whether anything keeps the limit. */
const classIssue = ({ exposure }: Sections<'exposure'>) => {
  const { kind, ingressClassName } = exposure;
  const { classPattern } = exposureProfileOf(exposure);
  return (
    ingressClassName !== undefined &&
    classPattern !== undefined &&
    !new RegExp(classPattern).test(ingressClassName) && {
      path: 'exposure.ingressClassName',
      value: ingressClassName,
      message: `${WHY} Nothing tells that the controller of this class is the one of exposure kind ${kind}, which keeps the limit.`,
      remedy: `Remove it, or use a class whose name says so, such as ${kind.replace('ingress-', '')}-internal.`,
    }
  );
};

/** Who exposes it knowingly exposes it to few. */
export const acknowledgedExposureIsLimited: Rule<
  'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, profile) => {
  if (!isAcknowledged(spec, profile)) return [];
  const { allowedSources, kind, alb } = spec.exposure;
  const { limitsSources, name } = exposureProfileOf(spec.exposure);
  return [
    !limitsSources && {
      path: 'exposure.kind',
      value: kind,
      message: `${WHY} Exposure kind ${name} cannot tell clients by their address.`,
      remedy:
        'Use ingress-nginx, Traefik, a load balancer of AWS or Envoy Gateway, or set exposure.kind: none.',
    },
    allowedSources.length === 0 && {
      path: 'exposure.allowedSources',
      message: WHY,
      remedy: 'Name the networks that may reach it, such as 10.20.0.0/16.',
    },
    ...networkIssues('exposure.allowedSources', allowedSources),
    ...(kind === 'alb'
      ? networkIssues('exposure.alb.sourceCidrs', alb.sourceCidrs)
      : []),
    classIssue(spec),
    !spec.security.networkPolicy.enabled && {
      path: 'security.networkPolicy.enabled',
      value: false,
      message: `${WHY} Without network policies every pod of the cluster does.`,
      remedy: 'Switch the network policies on.',
    },
    kind === 'alb' &&
      alb.groupName !== undefined && {
        path: 'exposure.alb.groupName',
        value: alb.groupName,
        message: `${WHY} Others of the group share the load balancer and its rules.`,
        remedy:
          'Remove the group: the environment gets a load balancer of its own.',
      },
  ];
};
