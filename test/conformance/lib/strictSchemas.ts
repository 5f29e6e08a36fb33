import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { KubernetesObject } from './kubernetesObject';
import type { ObjectProblem } from './typedObjects';

/** Schemas that deny unknown fields, beside the repository where they are at hand. */
const folder = join(__dirname, '..', '..', '..', '..', 'shared', 'schemas');

/**
 * Some schemas come from Go, whose patterns may begin with `(?i)`. JavaScript
 * has no such prefix: the flag says the same.
 */
function toRegExp(pattern: string, flags: string): RegExp {
  const [, anchor, rest] = /^(\^?)\(\?i\)(.*)$/su.exec(pattern) ?? [];
  return rest === undefined
    ? new RegExp(pattern, flags)
    : new RegExp(`${anchor}${rest}`, `${flags}i`);
}
// Ajv asks for it when it writes validators to files, which is not done here.
toRegExp.code = 'toRegExp';

const validators = new Map<string, ValidateFunction | undefined>();

function validatorOf(object: KubernetesObject): ValidateFunction | undefined {
  const [group, version] = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')
    : ['core', object.apiVersion];
  const file = join(
    folder,
    group,
    `${object.kind.toLowerCase()}_${version}.json`,
  );
  if (!validators.has(file)) {
    validators.set(
      file,
      existsSync(file)
        ? new Ajv({
            strict: false,
            validateFormats: false,
            allErrors: true,
            code: { regExp: toRegExp },
          }).compile(JSON.parse(readFileSync(file, 'utf8')))
        : undefined,
    );
  }
  return validators.get(file);
}

/** Whether the strict schemas are beside the repository. */
export const hasStrictSchemas = existsSync(folder);

/** Checks objects against strict schemas; kinds without one are returned too. */
export function checkSchemas(objects: Map<string, KubernetesObject>): {
  problems: ObjectProblem[];
  withoutSchema: Set<string>;
} {
  const problems: ObjectProblem[] = [];
  const withoutSchema = new Set<string>();
  for (const [name, object] of objects) {
    const validate = validatorOf(object);
    if (!validate) {
      withoutSchema.add(`${object.apiVersion} ${object.kind}`);
    } else if (!validate(object)) {
      for (const error of validate.errors ?? []) {
        problems.push({
          object: name,
          message: `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
        });
      }
    }
  }
  return { problems, withoutSchema };
}
