import { hostProfiles } from '../../profiles';
import type { EnvironmentSpecIssue } from '../errors';
import type { ResolvedEnvironmentSpec } from '../resolved';
import * as credentials from './credentials';
import * as data from './data';
import * as dataMoves from './dataMoves';
import * as delivery from './delivery';
import * as edge from './edge';
import * as host from './host';
import * as names from './names';
import * as observe from './observe';
import * as resources from './resources';
import * as secrets from './secrets';
import type { Rule } from './types';

/** Every rule by its name. A new rule is a new export of one of these files. */
export const rules: Record<string, Rule> = {
  nameLeavesRoom: names.nameLeavesRoom,
  namespaceIsItsOwn: names.namespaceIsItsOwn,
  sloNamesDiffer: names.sloNamesDiffer,
  ...host,
  ...resources,
  ...data,
  ...dataMoves,
  ...edge,
  ...credentials,
  ...secrets,
  ...observe,
  ...delivery,
};

export function checkRules(
  spec: ResolvedEnvironmentSpec,
): EnvironmentSpecIssue[] {
  const profile = hostProfiles[spec.host.profile];
  return Object.values(rules).flatMap(rule =>
    rule(spec, profile).filter(issue => issue !== false && issue !== undefined),
  );
}
