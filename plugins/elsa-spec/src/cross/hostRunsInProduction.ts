import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { WORKLOADS } from '../sections/workloads';

/** Development mode serves stack traces and accepts the published keys. */
export const hostRunsInProduction: Rule<'server' | 'studio'> = spec =>
  WORKLOADS.flatMap(part =>
    spec[part].env.map(
      (variable, index): EnvironmentSpecIssue | false =>
        /^(ASPNETCORE|DOTNET)_ENVIRONMENT$/i.test(variable.name) &&
        /^(development|demo)$/i.test(variable.value ?? '') && {
          path: `${part}.env[${index}].value`,
          value: variable.value,
          message:
            'This mode exposes internals to callers and accepts published keys.',
          remedy: 'Remove the variable. The template sets Production.',
        },
    ),
  );
