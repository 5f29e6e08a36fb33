import * as cross from '../cross';
import * as backup from '../sections/backup/rules';
import * as database from '../sections/database/rules';
import * as delivery from '../sections/delivery/rules';
import * as exposure from '../sections/exposure/rules';
import * as host from '../sections/host/rules';
import * as mesh from '../sections/mesh/rules';
import * as monitoring from '../sections/monitoring/rules';
import * as rabbitmq from '../sections/rabbitmq/rules';
import * as secrets from '../sections/secrets/rules';
import * as security from '../sections/security/rules';
import * as server from '../sections/server/rules';
import * as slos from '../sections/slos/rules';
import * as studio from '../sections/studio/rules';
import * as target from '../sections/target/rules';
import type { EnvironmentSpecIssue } from '../issues/errors';
import type { Environment } from '../sections/Environment';
import type { Rule } from '../sections/Rule';

/** Every rule by its name: those of each section, then those that need several. */
export const rules: Record<string, Rule> = {
  ...target,
  ...host,
  ...server,
  ...studio,
  ...database,
  ...rabbitmq,
  ...backup,
  ...exposure,
  ...mesh,
  ...security,
  ...secrets,
  ...monitoring,
  ...slos,
  ...delivery,
  ...cross,
};

export function checkRules({
  spec,
  profiles,
}: Environment): EnvironmentSpecIssue[] {
  return Object.values(rules).flatMap(rule =>
    rule(spec, profiles).filter(
      issue => issue !== false && issue !== undefined,
    ),
  );
}
