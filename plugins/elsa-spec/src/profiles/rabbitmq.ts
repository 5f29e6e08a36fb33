import { embedded, external, type ServiceProfile } from './ServiceProfile';

/** Who runs RabbitMQ. @public */
export const RABBITMQ_MODES = ['embedded', 'operator', 'external'] as const;
type RabbitmqMode = (typeof RABBITMQ_MODES)[number];

const CREDENTIALS = ['username', 'password'];

/** @public */
export const rabbitmqProfiles: Record<RabbitmqMode, ServiceProfile> = {
  embedded: embedded('-rabbitmq', CREDENTIALS),
  operator: {
    modeText: 'rabbitmqOperator',
    where: 'by the RabbitMQ operator',
    isOwn: true,
    isStatefulSet: false,
    isReplicated: true,
    hasPodMonitor: true,
    secretKeys: [],
    object: {
      suffix: '-rabbitmq-server',
      limit: 52,
      what: "the RabbitMQ operator's StatefulSet",
    },
    alertFacts: ['rabbitmqMetrics', 'statefulSets'],
    need: () => ({
      what: 'RabbitMQ cluster operator',
      why: 'the message broker',
      check: 'kubectl get crd rabbitmqclusters.rabbitmq.com',
    }),
  },
  external: external(CREDENTIALS),
};
