import type { ParsedEnvironmentSpec } from '../schema';

/** The component follows the environment's name, in the cluster as in the store. */
export function completeSecrets({
  metadata: { name },
  secrets,
}: ParsedEnvironmentSpec) {
  const { names } = secrets;
  return {
    ...secrets,
    names: {
      server: names.server ?? `${name}-server`,
      database: names.database ?? `${name}-database`,
      redis: names.redis ?? `${name}-redis`,
      rabbitmq: names.rabbitmq ?? `${name}-rabbitmq`,
      backup: names.backup ?? `${name}-backup`,
    },
    remotePath: secrets.remotePath ?? `elsa/${name}`,
  };
}
