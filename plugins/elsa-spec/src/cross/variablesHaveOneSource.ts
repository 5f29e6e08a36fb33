import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { WORKLOADS } from '../sections/workloads';

export const variablesHaveOneSource: Rule<'server' | 'studio'> = spec =>
  WORKLOADS.flatMap(part =>
    spec[part].env.map((variable, index): EnvironmentSpecIssue | false => {
      const sources = ['value', 'secret', 'configMap'].filter(
        source => variable[source as 'value'] !== undefined,
      );
      return (
        sources.length !== 1 && {
          path: `${part}.env[${index}]`,
          value: variable.name,
          message:
            sources.length === 0
              ? 'The variable has no value.'
              : `The variable has several values: ${sources.join(', ')}.`,
          remedy: 'Set exactly one of value, secret and configMap.',
        }
      );
    }),
  );
