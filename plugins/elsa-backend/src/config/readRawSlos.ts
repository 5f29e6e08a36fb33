import type { Config } from '@backstage/config';
import { toError } from '@backstage/errors';
import {
  buildRawSliQuery,
  getMetricProfile,
  isObjective,
  SLO_KINDS,
  type SloIndicator,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { invalidConfig, readInteger } from './checks';
import type { RawSloConfig } from './ElsaConfig';

/** Reads the SLOs for environments whose rules record none. */
export function readRawSlos(config: Config): RawSloConfig[] {
  return (config.getOptionalConfigArray('slos') ?? []).map(readRawSlo);
}

function readRawSlo(entry: Config): RawSloConfig {
  const name = entry.getString('name');
  if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name)) {
    throw invalidConfig(
      entry,
      'name',
      name,
      'use lower-case letters, digits and hyphens, at most 40, beginning with a letter',
    );
  }
  const objective = entry.getNumber('objective');
  if (!isObjective(objective)) {
    throw invalidConfig(
      entry,
      'objective',
      objective,
      'use a ratio between 0 and 1, such as 0.999',
    );
  }
  const slo: RawSloConfig = {
    name,
    title: entry.getOptionalString('title'),
    description: entry.getOptionalString('description'),
    metricProfile: readMetricProfile(entry),
    indicator: readIndicator(entry),
    objective,
    windowDays: readInteger(entry, 'windowDays', {
      fallback: 30,
      min: 1,
      max: 90,
    }),
  };
  try {
    // Whether the profile can measure this is known to the query alone.
    buildRawSliQuery(getMetricProfile(slo.metricProfile), slo.indicator, '5m');
  } catch (error) {
    throw invalidConfig(
      entry,
      'indicator',
      slo.indicator,
      toError(error).message,
    );
  }
  return slo;
}

function readMetricProfile(entry: Config): RawSloConfig['metricProfile'] {
  const id = entry.getOptionalString('metricProfile') ?? 'otel';
  try {
    return getMetricProfile(id).id;
  } catch (error) {
    throw invalidConfig(entry, 'metricProfile', id, toError(error).message);
  }
}

function readIndicator(entry: Config): SloIndicator {
  const value = entry.getString('indicator');
  const kind = SLO_KINDS.find(item => item === value);
  if (!kind) {
    throw invalidConfig(
      entry,
      'indicator',
      value,
      `use one of ${SLO_KINDS.join(', ')}`,
    );
  }
  const milliseconds = entry.getOptionalNumber('thresholdMilliseconds');
  return {
    kind,
    ...(milliseconds !== undefined && {
      thresholdSeconds: milliseconds / 1000,
    }),
  };
}
