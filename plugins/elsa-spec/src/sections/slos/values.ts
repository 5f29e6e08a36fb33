import {
  buildSloQueries,
  METRIC_PROFILES,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import { targetOf } from '../queries';
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';

type Slo = Spec['slos'][number];

const TITLES: Record<Slo['indicator'], string> = {
  availability: 'The public address answers',
  success: 'Requests succeed',
  latency: 'Requests are answered in time',
  database: 'Database operations succeed',
  workflow: 'Workflow runs do not fault',
  custom: 'Objective',
};

/** What an objective is called where the spec gives it no title. @public */
export function sloTitle(slo: Slo): string {
  return slo.title ?? TITLES[slo.indicator];
}

/** An objective as a sentence. @public */
export function sloDescription(slo: Slo): string {
  if (slo.description) return slo.description;
  const percent = Number((slo.objective * 100).toFixed(4));
  const days = `over ${slo.windowDays} days`;
  switch (slo.indicator) {
    case 'availability':
      return `${percent} % of the probes of the public address succeed ${days}.`;
    case 'success':
      return `${percent} % of requests are answered without a server error ${days}.`;
    case 'latency':
      return `${percent} % of requests are answered within ${slo.thresholdMilliseconds} ms ${days}.`;
    case 'database':
      return `${percent} % of database operations succeed ${days}.`;
    case 'workflow':
      return `${percent} % of workflow runs do not fault ${days}.`;
    default:
      return `${percent} % ${days}.`;
  }
}

export function sloValues(environment: Environment, slo: Slo): Values {
  return {
    name: slo.name,
    title: sloTitle(slo),
    description: sloDescription(slo),
    objective: slo.objective,
    windowDays: slo.windowDays,
    ...sloQueries(environment, slo),
  };
}

function sloQueries({ spec, profiles }: Environment, slo: Slo) {
  if (slo.indicator === 'custom') {
    return slo.errorRatioQuery !== undefined
      ? { errorRatioQuery: slo.errorRatioQuery }
      : {
          errorQuery: slo.errorQuery,
          totalQuery: slo.totalQuery,
          // A counter of errors has no series before its first error.
          absentErrorsAreZero: true,
        };
  }
  // Availability comes from the probe; the profile does not matter to it.
  const profile = profiles.metrics ?? METRIC_PROFILES.otel;
  return buildSloQueries(profile, targetOf(spec), {
    kind: slo.indicator,
    ...(slo.thresholdMilliseconds !== undefined && {
      thresholdSeconds: slo.thresholdMilliseconds / 1000,
    }),
  });
}
