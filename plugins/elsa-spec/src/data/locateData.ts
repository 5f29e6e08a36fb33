import type { Environment } from '../sections/Environment';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import { DATA_FIELDS } from './dataFields';
import { extraData } from './extraObjects';
import { WORKLOADS } from '../sections/workloads';

/**
 * Where the data of an environment is: values of the spec by field. What does
 * not exist is left out. Two specs with equal locations find the same data.
 *
 * @public
 */
export type DataLocation = Readonly<Record<string, string>>;

/** Claims that somebody else made and that the spec mounts. */
function mountedClaims(spec: ResolvedEnvironmentSpec): [string, string][] {
  return WORKLOADS.flatMap(part =>
    spec[part].volumes.flatMap(
      ({ persistentVolumeClaim: claim, mountPath }): [string, string][] =>
        claim === undefined
          ? []
          : [[`${part}.volumes[${claim}:${mountPath}]`, 'mounted']],
    ),
  );
}

/**
 * Where the data of a spec is.
 *
 * @public
 */
export function locateData({
  spec,
  profiles,
}: Pick<Environment, 'spec' | 'profiles'>): DataLocation {
  return Object.fromEntries([
    ...DATA_FIELDS.flatMap(({ field, read }): [string, string][] => {
      const value = read(spec, profiles);
      return value === undefined ? [] : [[field, value]];
    }),
    ...mountedClaims(spec),
    ...extraData(spec),
  ]);
}
