import type { ParsedEnvironmentSpec } from '../schema';
import { hostProfiles, type LockProvider } from '../../profiles';

export function defaultLocks(
  spec: ParsedEnvironmentSpec,
): LockProvider | undefined {
  const { lockProviders } = hostProfiles[spec.host.profile].server;
  if (spec.redis.enabled && lockProviders.redis) return 'redis';
  const { provider } = spec.database;
  if (provider === 'postgresql' && lockProviders.postgresql) return provider;
  if (provider === 'sqlserver' && lockProviders.sqlserver) return provider;
  return lockProviders.file ? 'file' : undefined;
}
