import type { Rule } from '../sections/Rule';
import { WORKLOADS } from '../sections/workloads';
import type { EnvironmentSpecIssue } from '../issues/errors';

export const tolerationsAreWhole: Rule<'server' | 'studio'> = spec =>
  WORKLOADS.flatMap(part =>
    spec[part].placement.tolerations.map(
      (toleration, index): EnvironmentSpecIssue | false =>
        toleration.operator === 'Exists' &&
        toleration.value !== undefined && {
          path: `${part}.placement.tolerations[${index}].value`,
          value: toleration.value,
          message: 'Operator Exists does not take a value.',
          remedy: 'Remove the value, or use operator: Equal.',
        },
    ),
  );
