import { persistence } from '../storage/persistence';
import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function rabbitmqValues({
  spec: { rabbitmq },
  profiles,
}: Environment): Values {
  if (!rabbitmq.enabled) return { enabled: false };
  if (!profiles.rabbitmq.isOwn && rabbitmq.external) {
    const { host, port, tls, virtualHost } = rabbitmq.external;
    return {
      enabled: true,
      mode: 'external',
      external: { host, port: port ?? 0, tls, virtualHost },
    };
  }
  return {
    enabled: true,
    mode: rabbitmq.mode,
    replicas: rabbitmq.replicas,
    persistence: persistence(rabbitmq.storage),
    resources: rabbitmq.resources,
  };
}
