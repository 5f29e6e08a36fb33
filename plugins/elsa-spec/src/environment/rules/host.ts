import { serverPods } from '../serverPods';
import { Rule } from './types';

export const imagesAreComplete: Rule = (spec, profile) => [
  spec.host.server.repository === '' && {
    path: 'host.server.repository',
    message: `Host profile ${profile.id} has no server image of its own.`,
    remedy: 'Name the repository of the server image that you build.',
  },
  spec.host.server.repository !== '' &&
    !spec.host.server.tag &&
    !spec.host.server.digest && {
      path: 'host.server.digest',
      value: spec.host.server.repository,
      message: 'The server image has neither tag nor digest.',
      remedy: `State host.server.digest (or host.server.tag, if the image has released versions).`,
    },
  spec.studio.enabled &&
    !spec.host.studio.tag &&
    !spec.host.studio.digest && {
      path: 'host.studio.digest',
      value: spec.host.studio.repository,
      message: 'The studio image has neither tag nor digest.',
      remedy: `State host.studio.digest (or host.studio.tag, if the image has released versions).`,
    },
];

/** The legacy images were pushed as `latest` and `sha-*` only: a version tag does not exist. */
export const legacyImagesAreNamedByDigest: Rule = (spec, profile) =>
  profile.id === 'legacy-v3-5'
    ? (['server', 'studio'] as const).map(
        part =>
          spec.host[part].tag !== undefined &&
          spec.host[part].digest === undefined &&
          !spec.host[part].tag.startsWith('sha-') && {
            path: `host.${part}.tag`,
            value: spec.host[part].tag,
            message: 'The 3.5 images have no version tags.',
            remedy: `State host.${part}.digest, or a tag of the form sha-<commit>.`,
          },
      )
    : [];

export const onlyClusteredHostsScale: Rule = (spec, profile) => {
  if (profile.isClustered) return [];
  const why = `The images of host profile ${profile.id} keep locks, caches and timers in their own process.`;
  const remedy =
    'Use one replica, or host.profile: clustered with an image of your own.';
  return [
    spec.server.replicas > 1 && {
      path: 'server.replicas',
      value: spec.server.replicas,
      message: why,
      remedy,
    },
    spec.server.autoscaling.enabled && {
      path: 'server.autoscaling.enabled',
      value: true,
      message: why,
      remedy,
    },
  ];
};

export const onlyClusteredHostsUseRabbitMq: Rule = (spec, profile) => [
  spec.rabbitmq.enabled &&
    !profile.server.environment.rabbitmq && {
      path: 'rabbitmq.enabled',
      value: true,
      message: `The images of host profile ${profile.id} cannot use RabbitMQ.`,
      remedy:
        'Switch rabbitmq off, or use host.profile: clustered with an image that has it built in.',
    },
];

export const onlyHostsThatReadItUseRedis: Rule = (spec, profile) => [
  spec.redis.enabled &&
    !profile.server.environment.redis && {
      path: 'redis.enabled',
      value: true,
      message: `The images of host profile ${profile.id} cannot use Redis.`,
      remedy:
        'Switch redis off, or use a host profile whose image reads a Redis connection string.',
    },
  spec.redis.enabled &&
    profile.server.environment.redis !== undefined &&
    spec.server.locks !== 'redis' && {
      path: 'redis.enabled',
      value: true,
      message: `Elsa uses Redis for locks only, and locks are set to ${
        spec.server.locks ?? 'none'
      }.`,
      remedy: 'Set server.locks: redis, or switch redis off.',
    },
];

export const onlyOwnImagesAreCustomized: Rule = (spec, profile) =>
  profile.isCustomizable
    ? []
    : (['probes', 'environmentKeys', 'migrationArguments'] as const).map(
        field =>
          spec.host[field] !== undefined && {
            path: `host.${field}`,
            message: `The images of host profile ${profile.id} are not yours to change.`,
            remedy: `Remove host.${field}, or use host.profile: clustered with an image of your own.`,
          },
      );

export const locksExist: Rule = (spec, profile) => {
  const { locks } = spec.server;
  const possible = Object.keys(profile.server.lockProviders);
  if (locks === undefined) return [];
  const path = 'server.locks';
  return [
    !possible.includes(locks) && {
      path,
      value: locks,
      message: `Host profile ${profile.id} cannot keep locks there.`,
      remedy:
        possible.length > 0
          ? `Use one of: ${possible.join(', ')}.`
          : 'Remove the field: this image keeps its locks in files.',
    },
    locks === 'redis' &&
      possible.includes(locks) &&
      !spec.redis.enabled && {
        path,
        value: locks,
        message: 'Locks in Redis need a Redis.',
        remedy: 'Set redis.enabled: true, or keep locks elsewhere.',
      },
    (locks === 'postgresql' || locks === 'sqlserver') &&
      possible.includes(locks) &&
      spec.database.provider !== locks && {
        path,
        value: locks,
        message: `Locks need a ${locks} database, and the provider is ${spec.database.provider}.`,
        remedy: 'Use a lock provider that fits the database, or redis.',
      },
  ];
};

/** A clustered host without shared locks runs a workflow twice. */
export const clusteredHostsShareLocks: Rule = (spec, profile) => [
  profile.isClustered &&
    serverPods(spec).minimum > 1 &&
    spec.server.locks === undefined && {
      path: 'server.locks',
      message: `No lock provider of host profile ${profile.id} fits a ${spec.database.provider} database.`,
      remedy: 'Set redis.enabled: true and server.locks: redis.',
    },
];

export const autoscalingRangeIsOrdered: Rule = spec =>
  (['server', 'studio'] as const).map(part => {
    const { enabled, minReplicas, maxReplicas } = spec[part].autoscaling;
    return (
      enabled &&
      minReplicas > maxReplicas && {
        path: `${part}.autoscaling.maxReplicas`,
        value: maxReplicas,
        message: `The maximum is below the minimum of ${minReplicas}.`,
        remedy: `Use at least ${minReplicas}, or lower ${part}.autoscaling.minReplicas.`,
      }
    );
  });

export const studioScalesByCpu: Rule = spec => [
  spec.studio.autoscaling.enabled &&
    spec.studio.autoscaling.kind === 'keda' && {
      path: 'studio.autoscaling.kind',
      value: 'keda',
      message:
        'The studio serves static files; KEDA has nothing to scale it on.',
      remedy: 'Use kind: hpa.',
    },
  spec.studio.autoscaling.requestsPerSecond !== undefined && {
    path: 'studio.autoscaling.requestsPerSecond',
    value: spec.studio.autoscaling.requestsPerSecond,
    message: 'Requests are counted for the server only.',
    remedy: 'Scale the studio by CPU.',
  },
];

export const requestRateNeedsASource: Rule = spec => {
  const { autoscaling } = spec.server;
  const path = 'server.autoscaling.requestsPerSecond';
  const value = autoscaling.requestsPerSecond;
  if (value === undefined) {
    return [];
  }
  return [
    autoscaling.kind !== 'keda' && {
      path,
      value,
      message: 'A plain HPA has nothing that feeds it request rates.',
      remedy: 'Set server.autoscaling.kind: keda.',
    },
    spec.monitoring.metricProfile === undefined && {
      path,
      value,
      message: 'Nothing counts the requests of this environment.',
      remedy: 'State monitoring.metricProfile.',
    },
  ];
};
