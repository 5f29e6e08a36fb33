import type { Profiles } from '../profiles';
import type { EnvironmentSpecIssue } from '../issues/errors';
import type { ResolvedEnvironmentSpec } from './resolved';

/** Some sections of a complete spec. */
export type Sections<Name extends keyof ResolvedEnvironmentSpec> = Pick<
  ResolvedEnvironmentSpec,
  Name
>;

/**
 * What does not fit together, and what to change. Looks at the sections that
 * its type names, all choices made, and at what those choices can do.
 * What needs one section is in `sections/<section>/rules.ts`, everything else
 * in `cross/`, in a file of the rule's own name.
 */
export type Rule<
  Name extends keyof ResolvedEnvironmentSpec = keyof ResolvedEnvironmentSpec,
> = (
  spec: Sections<Name>,
  profiles: Profiles,
) => Array<EnvironmentSpecIssue | false | undefined>;
