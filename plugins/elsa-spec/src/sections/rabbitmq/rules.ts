import type { Rule } from '../Rule';

export const onlyClusteredHostsUseRabbitMq: Rule<'rabbitmq'> = (
  spec,
  { host: profile },
) => [
  spec.rabbitmq.enabled &&
    !profile.server.environment.rabbitmq && {
      path: 'rabbitmq.enabled',
      value: true,
      message: `The images of host profile ${profile.id} cannot use RabbitMQ.`,
      remedy:
        'Disable rabbitmq, or use host.profile: clustered with an image that has it built in.',
    },
];

export const rabbitmqReplicatesByOperator: Rule<'rabbitmq'> = (
  spec,
  { rabbitmq },
) =>
  !spec.rabbitmq.enabled
    ? []
    : [
        rabbitmq.isOwn &&
          !rabbitmq.isReplicated &&
          spec.rabbitmq.replicas > 1 && {
            path: 'rabbitmq.replicas',
            value: spec.rabbitmq.replicas,
            message: 'Several plain RabbitMQ pods do not form a cluster.',
            remedy: 'Use mode: operator, or one replica.',
          },
        spec.rabbitmq.replicas > 1 &&
          spec.rabbitmq.replicas % 2 === 0 && {
            path: 'rabbitmq.replicas',
            value: spec.rabbitmq.replicas,
            message: 'An even number of nodes has no majority after a split.',
            remedy: 'Use an odd number.',
          },
      ];
