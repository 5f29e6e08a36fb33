import type { HostProfile } from '../../profiles';
import type { EnvironmentSpecIssue } from '../errors';
import type { ResolvedEnvironmentSpec } from '../resolved';

/**
 * A rule that crosses sections: what does not fit together, and what to change.
 * Looks at a complete spec and at facts about its host profile only.
 */
export type Rule = (
  spec: ResolvedEnvironmentSpec,
  profile: HostProfile,
) => Array<EnvironmentSpecIssue | false | undefined>;
