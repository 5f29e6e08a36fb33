import { DeepPartial } from './merge';
import type { EnvironmentSpec, Size } from '../sections/schema';

/** What each size gives; a spec that states a figure wins over its size. @public */
export const sizes: Record<Size, DeepPartial<EnvironmentSpec>> = {
  small: {
    server: { resources: resources('250m', '768Mi', '1', '1536Mi') },
    studio: { resources: resources('50m', '192Mi', '500m', '512Mi') },
    database: {
      resources: resources('250m', '512Mi', '1', '1Gi'),
      storage: { size: '10Gi' },
      maxConnections: 100,
    },
    pgbouncer: { resources: resources('50m', '64Mi', '250m', '128Mi') },
    redis: {
      resources: resources('50m', '128Mi', '250m', '256Mi'),
      storage: { size: '1Gi' },
    },
    rabbitmq: {
      resources: resources('200m', '512Mi', '1', '1Gi'),
      storage: { size: '5Gi' },
    },
    backup: { storage: { size: '20Gi' } },
  },
  medium: {
    server: { resources: resources('500m', '1Gi', '2', '2Gi') },
    studio: { resources: resources('100m', '256Mi', '1', '512Mi') },
    database: {
      resources: resources('500m', '1Gi', '2', '4Gi'),
      storage: { size: '50Gi' },
      maxConnections: 200,
    },
    pgbouncer: { resources: resources('100m', '128Mi', '500m', '256Mi') },
    redis: {
      resources: resources('100m', '256Mi', '500m', '1Gi'),
      storage: { size: '5Gi' },
    },
    rabbitmq: {
      resources: resources('500m', '1Gi', '1', '2Gi'),
      storage: { size: '20Gi' },
    },
    backup: { storage: { size: '100Gi' } },
  },
  large: {
    server: { resources: resources('1', '2Gi', '4', '4Gi') },
    studio: { resources: resources('250m', '256Mi', '1', '1Gi') },
    database: {
      resources: resources('2', '4Gi', '4', '8Gi'),
      storage: { size: '200Gi' },
      maxConnections: 400,
    },
    pgbouncer: { resources: resources('250m', '128Mi', '1', '512Mi') },
    redis: {
      resources: resources('250m', '1Gi', '1', '2Gi'),
      storage: { size: '10Gi' },
    },
    rabbitmq: {
      resources: resources('1', '2Gi', '2', '4Gi'),
      storage: { size: '50Gi' },
    },
    backup: { storage: { size: '400Gi' } },
  },
};

function resources(
  cpu: string,
  memory: string,
  cpuLimit: string,
  memoryLimit: string,
) {
  return {
    requests: { cpu, memory },
    limits: { cpu: cpuLimit, memory: memoryLimit },
  };
}
