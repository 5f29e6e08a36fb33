import type { Rule, Sections } from '../environment/Rule';
import type { HostProfile } from '../profiles';
import { limitsSources } from '../sections/exposure/limitsSources';
import { credentialsOf, isExposed } from './publicCredentials';

const isAcknowledged = (
  spec: Sections<'host' | 'exposure' | 'security'>,
  profile: HostProfile,
): boolean => {
  const found = credentialsOf(spec, profile);
  return (
    found.verdict === 'public' &&
    isExposed(spec) &&
    spec.security.acknowledge.includes(found.finding)
  );
};

/** Prefix lengths that still mean "a network of ours". */
const isBroad = (network: string) => {
  const [address, length] = network.split('/');
  return Number(length) < (address.includes(':') ? 16 : 8);
};

const CONTROLLER_ANNOTATION =
  /^(nginx\.ingress|traefik\.ingress|alb\.ingress)\.kubernetes\.io\//;

/** Who exposes it knowingly exposes it to few. */
export const acknowledgedExposureIsLimited: Rule<
  'host' | 'exposure' | 'security' | 'extra'
> = (spec, profile) => {
  if (!isAcknowledged(spec, profile)) return [];
  const { allowedSources, kind, alb } = spec.exposure;
  const why = 'Anybody who reaches the server can take it over.';
  return [
    !limitsSources(spec) && {
      path: 'exposure.kind',
      value: kind,
      message: `${why} Exposure kind ${kind}${kind === 'gateway' ? ' without Envoy Gateway' : ''} cannot tell clients by their address.`,
      remedy:
        'Use ingress-nginx, Traefik, a load balancer of AWS or Envoy Gateway, or set exposure.kind: none.',
    },
    allowedSources.length === 0 && {
      path: 'exposure.allowedSources',
      message: why,
      remedy: 'Name the networks that may reach it, such as 10.20.0.0/16.',
    },
    ...allowedSources.map(
      (network, index) =>
        isBroad(network) && {
          path: `exposure.allowedSources[${index}]`,
          value: network,
          message: `${why} This network is as good as everybody.`,
          remedy: 'Name the networks of those who work with it, of /8 at most.',
        },
    ),
    !spec.security.networkPolicy.enabled && {
      path: 'security.networkPolicy.enabled',
      value: false,
      message: `${why} Without network policies every pod of the cluster does.`,
      remedy: 'Switch the network policies on.',
    },
    kind === 'alb' &&
      alb.groupName !== undefined && {
        path: 'exposure.alb.groupName',
        value: alb.groupName,
        message: `${why} Others of the group share the load balancer and its rules.`,
        remedy:
          'Remove the group: the environment gets a load balancer of its own.',
      },
    ...Object.entries({
      'exposure.annotations': spec.exposure.annotations,
      'extra.annotations': spec.extra.annotations,
    }).flatMap(([path, annotations]) =>
      Object.keys(annotations).map(
        key =>
          CONTROLLER_ANNOTATION.test(key) && {
            path: `${path}[${JSON.stringify(key)}]`,
            message: `${why} This could undo the limit of sources.`,
            remedy: 'Remove the annotation.',
          },
      ),
    ),
  ];
};
