import { completeBackup } from '../sections/backup/defaults';
import { completeDatabase } from '../sections/database/defaults';
import { completeDelivery } from '../sections/delivery/defaults';
import { completeExposure } from '../sections/exposure/defaults';
import { completeHost } from '../sections/host/defaults';
import { completeMonitoring } from '../sections/monitoring/defaults';
import { completeSecrets } from '../sections/secrets/defaults';
import { completeSecurity } from '../sections/security/defaults';
import { defaultLocks } from '../sections/server/defaults';
import { systemOf } from '../sections/system/defaults';
import { fullReference } from './fullReference';
import { type Profiles, profilesOf } from '../profiles';
import type { Environment } from '../sections/Environment';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import type { ParsedEnvironmentSpec } from '../sections/schema';

/** Fills in what follows from other fields. */
export function complete(
  stated: Record<string, unknown>,
  parsed: ParsedEnvironmentSpec,
): Environment {
  const spec = completeSpec(parsed, profilesOf(parsed));
  // What counts the requests may have followed from the other profiles.
  return { stated, spec, profiles: profilesOf(spec) };
}

function completeSpec(
  spec: ParsedEnvironmentSpec,
  profiles: Profiles,
): ResolvedEnvironmentSpec {
  const { name } = spec.metadata;
  return {
    ...spec,
    metadata: { ...spec.metadata, title: spec.metadata.title ?? name },
    owner: fullReference(spec.owner, 'group'),
    system: fullReference(spec.system ?? systemOf(name), 'system'),
    isSystemDerived: spec.system === undefined,
    lifecycle: spec.lifecycle ?? 'experimental',
    size: spec.size ?? 'small',
    target: {
      ...spec.target,
      namespace: spec.target.namespace ?? name,
    },
    host: completeHost(spec, profiles.host),
    server: {
      ...spec.server,
      locks: spec.server.locks ?? defaultLocks(spec, profiles),
    },
    database: completeDatabase(spec, profiles.database),
    backup: completeBackup(spec, profiles.database),
    exposure: completeExposure(spec, profiles.exposure),
    secrets: completeSecrets(spec),
    security: completeSecurity(spec),
    ...completeMonitoring(spec, profiles),
    delivery: completeDelivery(spec),
  };
}
