import type { ParsedEnvironmentSpec } from '../schema';
import type { LockProvider, Profiles } from '../../profiles';

export function defaultLocks(
  spec: ParsedEnvironmentSpec,
  { host, database }: Profiles,
): LockProvider | undefined {
  const { lockProviders } = host.server;
  if (spec.redis.enabled && lockProviders.redis) return 'redis';
  const { lockProvider } = database;
  if (lockProvider && lockProviders[lockProvider]) return lockProvider;
  return lockProviders.file ? 'file' : undefined;
}
