import type { Profiles } from '../profiles';
import type { ResolvedEnvironmentSpec } from './resolved';

/**
 * A spec on its way to files: what its author stated, the spec with every
 * choice made, and what those choices can do. Built once by
 * `resolveEnvironment`; whatever generates reads it and looks nothing up again.
 *
 * @public
 */
export interface Environment {
  stated: Record<string, unknown>;
  spec: ResolvedEnvironmentSpec;
  profiles: Profiles;
}
