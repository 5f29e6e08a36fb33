import type { ParsedEnvironmentSpec } from '../schema';
import type { HostProfile, LockProvider } from '../../profiles';

export function defaultLocks(
  spec: ParsedEnvironmentSpec,
  { server: { lockProviders } }: HostProfile,
): LockProvider | undefined {
  if (spec.redis.enabled && lockProviders.redis) return 'redis';
  const { provider } = spec.database;
  if (provider === 'postgresql' && lockProviders.postgresql) return provider;
  if (provider === 'sqlserver' && lockProviders.sqlserver) return provider;
  return lockProviders.file ? 'file' : undefined;
}
