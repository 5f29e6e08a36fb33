import { isError } from '@backstage/errors';
import {
  buildSloQueries,
  type MetricProfile,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { Rule, Sections } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';

type MeasuredSections = 'slos' | 'monitoring' | 'metadata' | 'target';

export const slosCanBeMeasured: Rule<MeasuredSections> = (spec, { metrics }) =>
  spec.slos.map((slo, index): EnvironmentSpecIssue | false => {
    const path = `slos[${index}].indicator`;
    const value = slo.indicator;
    if (slo.indicator === 'custom') return false;
    if (slo.indicator === 'availability') {
      return (
        !spec.monitoring.probe.enabled && {
          path,
          value,
          message:
            'Availability is measured by a probe, but the probe is disabled.',
          remedy: 'Set monitoring.probe.enabled: true.',
        }
      );
    }
    if (metrics === undefined) {
      return {
        path,
        value,
        message: 'Nothing counts the requests of this environment.',
        remedy: 'Set monitoring.metricProfile, or use indicator: availability.',
      };
    }
    return measure(spec, metrics, index);
  });

/** Asks the query builder itself, which knows bucket bounds and what a profile lacks. */
function measure(
  spec: Sections<MeasuredSections>,
  metrics: MetricProfile,
  index: number,
): EnvironmentSpecIssue | false {
  const slo = spec.slos[index];
  const { metricProfile } = spec.monitoring;
  if (slo.indicator === 'custom') return false;
  try {
    buildSloQueries(
      metrics,
      { environment: spec.metadata.name, namespace: spec.target.namespace },
      {
        kind: slo.indicator,
        ...(slo.thresholdMilliseconds !== undefined && {
          thresholdSeconds: slo.thresholdMilliseconds / 1000,
        }),
      },
    );
    return false;
  } catch (error) {
    const isLatency = slo.indicator === 'latency';
    return {
      path: `slos[${index}].${
        isLatency ? 'thresholdMilliseconds' : 'indicator'
      }`,
      value: isLatency ? slo.thresholdMilliseconds : slo.indicator,
      message: `Metric profile ${metricProfile} cannot measure this: ${
        isError(error) ? error.message : String(error)
      }.`,
      remedy: isLatency
        ? 'Use a threshold that is a bucket of the histogram.'
        : 'Use another indicator or metric profile.',
    };
  }
}
