import type { Rule, Sections } from '../sections/Rule';
import type { ExposureProfile, HostProfile } from '../profiles';
import { areForEverybody, isForEverybody } from './networks';
import { isExposed, publicImages } from '../sections/host/publicCredentials';

const isAcknowledged = (
  spec: Sections<'host' | 'studio' | 'exposure' | 'security' | 'extra'>,
  profile: HostProfile,
): boolean =>
  isExposed(spec) &&
  publicImages(spec, profile).some(({ found }) =>
    spec.security.acknowledge.includes(found.finding),
  );

const WHY = 'Anyone who can reach the server can take it over.';

/** Networks of clients, and those of a load balancer from which pods are reached past it. */
const networkIssues = (path: string, networks: readonly string[]) => [
  ...networks.map(
    (network, index) =>
      isForEverybody(network) && {
        path: `${path}[${index}]`,
        value: network,
        message: `${WHY} This network covers practically everyone.`,
        remedy:
          'List only the networks of the people who use it: /8 or smaller, and IPv4 networks in IPv4 notation.',
      },
  ),
  areForEverybody(networks) && {
    path,
    message: `${WHY} Together, these networks cover practically everyone.`,
    remedy:
      'List only the networks of the people who use it: no more addresses than four /8 networks, or four /16 networks with IPv6.',
  },
];

/** The class decides which controller reads the Ingress, and so whether anything keeps the limit. */
const classIssue = (
  { exposure }: Sections<'exposure'>,
  { classPattern }: ExposureProfile,
) => {
  const { kind, ingressClassName } = exposure;
  return (
    ingressClassName !== undefined &&
    classPattern !== undefined &&
    !new RegExp(classPattern).test(ingressClassName) && {
      path: 'exposure.ingressClassName',
      value: ingressClassName,
      message: `${WHY} It is not clear that this class belongs to the controller for exposure kind ${kind}, which enforces the limit.`,
      remedy: `Remove it, or use a class whose name makes that clear, such as ${kind.replace('ingress-', '')}-internal.`,
    }
  );
};

/** Who exposes it knowingly exposes it to few. */
export const acknowledgedExposureIsLimited: Rule<
  'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, { host, exposure }) => {
  if (!isAcknowledged(spec, host)) return [];
  const { allowedSources, kind, alb } = spec.exposure;
  const { limitsSources, name } = exposure;
  return [
    !limitsSources && {
      path: 'exposure.kind',
      value: kind,
      message: `${WHY} Exposure kind ${name} cannot identify clients by address.`,
      remedy:
        'Use ingress-nginx, Traefik, a load balancer of AWS or Envoy Gateway, or set exposure.kind: none.',
    },
    allowedSources.length === 0 && {
      path: 'exposure.allowedSources',
      message: WHY,
      remedy: 'Name the networks that can reach it, such as 10.20.0.0/16.',
    },
    ...networkIssues('exposure.allowedSources', allowedSources),
    ...(kind === 'alb'
      ? networkIssues('exposure.alb.sourceCidrs', alb.sourceCidrs)
      : []),
    classIssue(spec, exposure),
    !spec.security.networkPolicy.enabled && {
      path: 'security.networkPolicy.enabled',
      value: false,
      message: `${WHY} Without network policies, every pod in the cluster can.`,
      remedy: 'Enable network policies.',
    },
    kind === 'alb' &&
      alb.groupName !== undefined && {
        path: 'exposure.alb.groupName',
        value: alb.groupName,
        message: `${WHY} Other members of the group share the load balancer and its rules.`,
        remedy:
          'Remove the group, so that the environment gets its own load balancer.',
      },
  ];
};
