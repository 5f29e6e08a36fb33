import type { HostProfile, Profiles } from '../../profiles';
import type { SecretComponent } from '../resolved';
import type { Sections } from '../Rule';

/** Sections that decide which Secrets an environment needs. */
export type SecretSections =
  'host' | 'database' | 'redis' | 'rabbitmq' | 'backup';

/** Keys of the server's Secret by environment variable, as the host profile reads them. @public */
export function serverSecretVariables(
  spec: Sections<'host'>,
  { server: { environment } }: HostProfile,
): Array<{ name: string; key: string }> {
  const keys = { ...environment, ...spec.host.environmentKeys };
  return [
    { name: keys.signingKey, key: 'signing-key' },
    { name: keys.adminUser, key: 'admin-username' },
    { name: keys.adminPassword, key: 'admin-password' },
    ...Object.entries(environment.additionalSecrets ?? {}).map(
      ([name, key]) => ({ name, key }),
    ),
  ].flatMap(({ name, key }) => (name ? [{ name, key }] : []));
}

/**
 * Keys that each Secret of an environment must hold; components without keys
 * need no Secret. What operators make themselves is left out.
 *
 * @public
 */
export function requiredSecretKeys(
  spec: Sections<SecretSections>,
  profiles: Profiles,
): Partial<Record<SecretComponent, string[]>> {
  const { host, database, redis, rabbitmq } = profiles;
  const services = {
    database: database.secretKeys,
    redis: spec.redis.enabled ? redis.secretKeys : [],
    rabbitmq: spec.rabbitmq.enabled ? rabbitmq.secretKeys : [],
  };
  return {
    server: serverSecretVariables(spec, host)
      .map(({ key }) => key)
      .sort(),
    ...Object.fromEntries(
      Object.entries(services)
        .filter(([, keys]) => keys.length > 0)
        .map(([service, keys]) => [service, [...keys]]),
    ),
    ...backupSecretKeys(spec),
  };
}

/** Keys of the object store's credentials, unless a cloud identity or a ready ObjectStore has them. */
function backupSecretKeys({ backup }: Sections<'backup'>) {
  const { destinationPath, useWorkloadIdentity } = backup.objectStore ?? {};
  const isNeeded =
    backup.enabled &&
    backup.method === 'object-store' &&
    destinationPath !== undefined &&
    !useWorkloadIdentity;
  return isNeeded ? { backup: credentialKeys(destinationPath) } : {};
}

/** Named as the Barman Cloud plugin's documentation names them for each kind of store. */
function credentialKeys(destinationPath: string): string[] {
  if (destinationPath.startsWith('gs:')) return ['google-credentials.json'];
  return destinationPath.startsWith('https:')
    ? ['storage-account', 'storage-key']
    : ['access-key-id', 'secret-access-key'];
}
