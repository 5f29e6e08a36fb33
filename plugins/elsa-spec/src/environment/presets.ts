import type { DeepPartial } from './merge';
import type { EnvironmentSpec, Preset, Size } from '../sections/schema';

/** What each preset chooses; a spec that states a field wins over its preset. @public */
export const presets: Record<Preset, DeepPartial<EnvironmentSpec>> = {
  development: {
    size: 'small',
    lifecycle: 'experimental',
    database: { mode: 'embedded' },
    security: { podDisruptionBudget: false },
  },
  staging: {
    size: 'small',
    lifecycle: 'staging',
    database: { mode: 'embedded' },
    backup: { enabled: true, retentionDays: 7 },
    monitoring: { enabled: true },
  },
  production: {
    size: 'medium',
    lifecycle: 'production',
    studio: { replicas: 2 },
    database: { mode: 'cloudnativepg', instances: 3 },
    backup: { enabled: true, retentionDays: 30 },
    security: { limitRange: true },
    monitoring: { enabled: true },
  },
};

/** What a preset adds when the host profile can be clustered. */
export const clusteredPresets: Record<Preset, DeepPartial<EnvironmentSpec>> = {
  development: { server: { replicas: 1 } },
  staging: { server: { replicas: 2 } },
  production: {
    server: {
      replicas: 3,
      autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 6 },
    },
  },
};

/** For the presets: the size decides what is not stated. */
export function sizeOf(input: unknown, preset: { size?: Size }): Size {
  const stated =
    typeof input === 'object' && input !== null && 'size' in input
      ? input.size
      : undefined;
  return stated === 'small' || stated === 'medium' || stated === 'large'
    ? stated
    : (preset.size ?? 'small');
}
