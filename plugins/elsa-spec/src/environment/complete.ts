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
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import type { ParsedEnvironmentSpec } from '../sections/schema';

/** Fills in what follows from other fields. */
export function complete(spec: ParsedEnvironmentSpec): ResolvedEnvironmentSpec {
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
    host: completeHost(spec),
    server: { ...spec.server, locks: spec.server.locks ?? defaultLocks(spec) },
    database: completeDatabase(spec),
    backup: completeBackup(spec),
    exposure: completeExposure(spec),
    secrets: completeSecrets(spec),
    security: completeSecurity(spec),
    ...completeMonitoring(spec),
    delivery: completeDelivery(spec),
  };
}
