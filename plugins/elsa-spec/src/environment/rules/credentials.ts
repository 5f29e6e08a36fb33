import { minorVersionOfImage } from '@elsa-portal/backstage-plugin-elsa-common';
import type { HostProfile } from '../../profiles';
import type { ResolvedEnvironmentSpec } from '../resolved';
import { credentialsOf, limitsSources } from './exposedCredentials';
import { routeOf } from './extraRoutes';
import { Rule } from './types';

/** Whether anybody outside could reach the server by what the spec describes. */
const isExposed = ({ exposure }: ResolvedEnvironmentSpec) =>
  exposure.kind !== 'none';

const nameOf = ({ host: { server } }: ResolvedEnvironmentSpec) =>
  `${server.repository}${server.tag ? `:${server.tag}` : ''}`;

const isRoute =
  (spec: ResolvedEnvironmentSpec) =>
  (object: ResolvedEnvironmentSpec['extra']['objects'][number]) =>
    routeOf(object, `${spec.metadata.name}-server`) !== undefined;

const SAFE = 'Elsa 3.8 and later have none';

/** Two versions for one image: one of them is wrong, and the wrong one may be believed. */
export const statedVersionIsTheImages: Rule = spec => {
  const { server, version } = spec.host;
  const own = minorVersionOfImage(server);
  return [
    version !== undefined &&
      own !== undefined &&
      !version.startsWith(`${own}.`) && {
        path: 'host.version',
        value: version,
        message: `The image ${nameOf(spec)} holds Elsa ${own}.`,
        remedy: "Remove the field: the image's own name tells the version.",
      },
  ];
};

/** What cannot be told is not safe. */
export const exposedVersionIsKnown: Rule = (spec, profile) => [
  credentialsOf(spec, profile).verdict === 'unproven' &&
    (isExposed(spec) || spec.extra.objects.some(isRoute(spec))) && {
      path: 'host.version',
      value: spec.host.version,
      message: `Nothing tells which version of Elsa is in ${nameOf(spec)}, and versions below 3.8 let anybody in as an administrator.`,
      remedy:
        'State host.version, the version of Elsa in the image, such as 3.9.0, or set exposure.kind: none.',
    },
];

export const publicCredentialsAreAcknowledged: Rule = (spec, profile) => {
  const found = credentialsOf(spec, profile);
  if (found.verdict !== 'public' || !isExposed(spec)) return [];
  return [
    !spec.security.acknowledge.includes(found.finding) && {
      path: 'security.acknowledge',
      message: `Elsa ${found.version} lets anybody in as an administrator, who runs code in the server: it accepts ${found.credentials
        .map(({ what }) => what)
        .join(', ')}.`,
      remedy: `Use an image of Elsa 3.9.0 (${SAFE}), or set exposure.kind: none. To expose it all the same, write security.acknowledge: [${found.finding}] and the networks that may reach it under exposure.allowedSources.`,
    },
  ];
};

/** An acknowledgement speaks of what is there now, and of nothing that comes later. */
export const acknowledgementsAreOfUse: Rule = (spec, profile) => {
  const found = credentialsOf(spec, profile);
  const useful =
    found.verdict === 'public' && isExposed(spec) ? found.finding : undefined;
  return spec.security.acknowledge.map(
    (finding, index) =>
      finding !== useful && {
        path: `security.acknowledge[${index}]`,
        value: finding,
        message: 'There is nothing of this name to acknowledge here.',
        remedy: useful
          ? `This environment has ${useful}.`
          : 'Remove it: what comes later has to be acknowledged by itself.',
      },
  );
};

export const sourcesCanBeLimited: Rule = spec => [
  spec.exposure.allowedSources.length > 0 &&
    !limitsSources(spec) && {
      path: 'exposure.allowedSources',
      message: `Exposure kind ${spec.exposure.kind}${
        spec.exposure.kind === 'gateway' ? ' without Envoy Gateway' : ''
      } cannot tell clients by their address.`,
      remedy:
        'Use ingress-nginx, Traefik, a load balancer of AWS or Envoy Gateway, or remove the networks.',
    },
];

const isAcknowledged = (
  spec: ResolvedEnvironmentSpec,
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
export const acknowledgedExposureIsLimited: Rule = (spec, profile) => {
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

/** The limits of sources do not hold on routes that this template did not write. */
export const extraObjectsDoNotExpose: Rule = (spec, profile) => {
  const found = credentialsOf(spec, profile);
  if (found.verdict !== 'public') return [];
  return spec.extra.objects.map((object, index) => {
    const route = routeOf(object, `${spec.metadata.name}-server`);
    return (
      route !== undefined && {
        path: `extra.objects[${index}]`,
        value: `${object.kind} ${object.metadata.name}`,
        message: `It ${route}, and Elsa ${found.version} lets anybody in as an administrator.`,
        remedy: `Remove it, or use an image of Elsa 3.9.0 (${SAFE}).`,
      }
    );
  });
};
