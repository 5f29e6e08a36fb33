import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { databaseDefaults } from '../sections/database/defaults';
import { hostProfiles, HOST_PROFILE_IDS } from '../profiles';
import { complete } from './complete';
import { sizeOf } from './presets';
import { EnvironmentSpecError, EnvironmentSpecIssue } from '../issues/errors';
import { collectIssues, without } from '../issues/collectIssues';
import { merge } from './merge';
import { clusteredPresets, presets } from './presets';
import { checkRules } from './rules';
import {
  type EnvironmentSpec,
  environmentSpecSchema,
  PRESETS,
} from '../sections/schema';
import { sizes } from './sizes';
import { checkStrings } from '../strings/checkStrings';
import type { Environment } from '../sections/Environment';

/** Stand-ins for required fields, so that the other fields can be checked without them. */
const REQUIRED = {
  metadata: { name: 'unnamed' },
  owner: 'group:default/unnamed',
  target: { cluster: 'unnamed' },
};

const STAND_IN_HOST = { exposure: { host: 'elsa.example.com' } };

/**
 * Checks a spec and makes every choice that it leaves open.
 *
 * @throws EnvironmentSpecError with everything that is wrong, at once
 * @public
 */
export function resolveEnvironment(
  input: EnvironmentSpec | unknown,
): Environment {
  const { environment, issues } = checkEnvironmentSpec(input);
  if (!environment) throw new EnvironmentSpecError(issues);
  return environment;
}

/** More than anybody reads; what follows them is only counted. */
const MOST_ISSUES = 100;

/**
 * As `resolveEnvironment`, for forms: gives issues back instead of throwing.
 *
 * @public
 */
export function checkEnvironmentSpec(
  input: unknown,
):
  | { environment: Environment; issues: [] }
  | { environment?: undefined; issues: EnvironmentSpecIssue[] } {
  if (!isRecord(input)) {
    return {
      issues: [
        {
          path: '',
          message: 'The spec is not an object.',
          remedy:
            'Write a YAML document with metadata, owner, target and exposure.',
        },
      ],
    };
  }
  const strings = checkStrings(input);
  if (strings.isHopeless || strings.issues.length > MOST_ISSUES) {
    return { issues: firstOf(strings.issues) };
  }
  const { shapeIssues: allShapeIssues, environment } = readShape(input);
  // A name with an invisible character is not a name either; the first says more.
  const shapeIssues = [
    ...strings.issues,
    ...allShapeIssues.filter(
      issue => !strings.issues.some(known => known.path === issue.path),
    ),
  ];
  // A rule must not blame a field whose stand-in it looked at.
  const isNew = (issue: EnvironmentSpecIssue) =>
    !shapeIssues.some(
      known =>
        issue.path.startsWith(known.path) || known.path.startsWith(issue.path),
    );
  const ruleIssues = environment ? checkRules(environment).filter(isNew) : [];
  const issues = firstOf([...shapeIssues, ...ruleIssues]);
  return environment && issues.length === 0
    ? { environment, issues: [] }
    : { issues };
}

/**
 * The spec as far as it can be read: every choice made, with defaults in place
 * of what is missing or wrong. For forms that show what follows from the
 * answers so far; nothing may be generated from it, as no rule was asked.
 *
 * @public
 */
export function draftEnvironment(input: unknown): Environment {
  const { environment } = readShape(isRecord(input) ? input : {});
  // Nothing but stand-ins is always a spec.
  return environment ?? resolveEnvironment({ ...REQUIRED, ...STAND_IN_HOST });
}

function firstOf(issues: EnvironmentSpecIssue[]): EnvironmentSpecIssue[] {
  const more = issues.length - MOST_ISSUES;
  return more <= 0
    ? issues
    : [
        ...issues.slice(0, MOST_ISSUES),
        {
          path: '',
          message: `The spec has ${more} more ${more === 1 ? 'error' : 'errors'}, which are not shown.`,
          remedy: 'Correct these first.',
        },
      ];
}

/** What is wrong with each field by itself, and the spec without those fields. */
function readShape(input: Record<string, unknown>): {
  shapeIssues: EnvironmentSpecIssue[];
  environment?: Environment;
} {
  const shape = environmentSpecSchema.safeParse(input);
  const shapeIssues = shape.success ? [] : collectIssues(shape.error, input);
  if (shapeIssues.length > MOST_ISSUES) {
    // Nobody wrote this, and looking further takes minutes.
    return { shapeIssues };
  }
  const sound = shape.success
    ? input
    : merge(
        REQUIRED,
        without(
          input,
          shape.error.issues.flatMap(issue =>
            issue.code === 'unrecognized_keys'
              ? issue.keys.map(key => [...issue.path, key])
              : [issue.path],
          ),
        ),
      );
  const parsed = environmentSpecSchema.safeParse(withDefaults(sound));
  return {
    shapeIssues,
    ...(parsed.success && { environment: complete(input, parsed.data) }),
  };
}

/** Preset, size and profile under what the spec states. */
function withDefaults(input: unknown): unknown {
  const stated = isRecord(input) ? input : {};
  const presetName = oneOf(PRESETS, stated.preset) ?? 'development';
  const preset = presets[presetName];
  const host = isRecord(stated.host) ? stated.host : {};
  const profile =
    hostProfiles[oneOf(HOST_PROFILE_IDS, host.profile) ?? 'official'];
  const size = sizeOf(stated, preset);
  const database = isRecord(stated.database) ? stated.database : {};
  return merge(
    sizes[size],
    preset,
    profile.isClustered ? clusteredPresets[presetName] : undefined,
    databaseDefaults(database, size),
    input,
  );
}

function oneOf<const T extends string>(
  values: readonly T[],
  value: unknown,
): T | undefined {
  return values.find(candidate => candidate === value);
}
