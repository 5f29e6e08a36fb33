import type { Rule } from '../Rule';
import type { EnvironmentSpecIssue } from '../../issues/errors';

export const sloNamesDiffer: Rule<'slos'> = spec =>
  spec.slos.map((slo, index): EnvironmentSpecIssue | false => {
    const first = spec.slos.findIndex(other => other.name === slo.name);
    return (
      first < index && {
        path: `slos[${index}].name`,
        value: slo.name,
        message: `Objective ${first + 1} already has this name.`,
        remedy: 'Give each objective its own name.',
      }
    );
  });

/**
 * The page alert fires at 14.4 times the budget: with a budget of 1/14.4 or
 * more it would need more than 100 % errors.
 */
const LARGEST_ALERTABLE_BUDGET = 1 / 14.4;

export const slosCanBurn: Rule<'slos'> = spec =>
  spec.slos.map(
    (slo, index): EnvironmentSpecIssue | false =>
      1 - slo.objective >= LARGEST_ALERTABLE_BUDGET && {
        path: `slos[${index}].objective`,
        value: slo.objective,
        message:
          'With such a large error budget, the page alert can never fire: it would need more than 100 % errors.',
        remedy: 'Use an objective above 0.931.',
      },
  );

export const slosHaveQueries: Rule<'slos'> = spec =>
  spec.slos.flatMap((slo, index): Array<EnvironmentSpecIssue | false> => {
    const path = `slos[${index}]`;
    const hasEvents =
      slo.errorQuery !== undefined && slo.totalQuery !== undefined;
    const hasAny =
      slo.errorQuery !== undefined ||
      slo.totalQuery !== undefined ||
      slo.errorRatioQuery !== undefined;
    if (slo.indicator === 'custom') {
      return [
        hasEvents === (slo.errorRatioQuery !== undefined) && {
          path: `${path}.errorQuery`,
          message:
            'A custom objective needs either errorQuery and totalQuery, or errorRatioQuery.',
          remedy: 'Use one of the two forms.',
        },
      ];
    }
    return [
      hasAny && {
        path: `${path}.indicator`,
        value: slo.indicator,
        message: 'The indicator determines the queries.',
        remedy: 'Remove the queries, or use indicator: custom.',
      },
      slo.thresholdMilliseconds !== undefined &&
        slo.indicator !== 'latency' && {
          path: `${path}.thresholdMilliseconds`,
          value: slo.thresholdMilliseconds,
          message: 'Only a latency objective has a threshold.',
          remedy: 'Remove it, or use indicator: latency.',
        },
    ];
  });
