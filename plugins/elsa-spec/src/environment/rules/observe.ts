import { isError } from '@backstage/errors';
import {
  buildSloQueries,
  METRIC_PROFILES,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { EnvironmentSpecIssue } from '../errors';
import { Rule } from './types';

/** Edges and meshes count only what passes through them. */
export const metricProfileIsFed: Rule = (spec, profile) => {
  const { metricProfile } = spec.monitoring;
  if (metricProfile === undefined) return [];
  const { kind, gateway } = spec.exposure;
  const feeds: Record<string, boolean> = {
    istio:
      spec.mesh.kind === 'istio' ||
      kind === 'istio' ||
      (kind === 'gateway' && gateway.implementation === 'istio'),
    linkerd: spec.mesh.kind === 'linkerd',
    'ingress-nginx': kind === 'ingress-nginx',
    traefik:
      kind === 'traefik' ||
      kind === 'ingress-traefik' ||
      (kind === 'gateway' && gateway.implementation === 'traefik'),
  };
  const isFed =
    feeds[metricProfile] ?? profile.metricSources.includes(metricProfile);
  return [
    !isFed && {
      path: 'monitoring.metricProfile',
      value: metricProfile,
      message: 'Nothing in this environment produces these metrics.',
      remedy:
        profile.metricSources.length > 0
          ? `Use one of ${profile.metricSources.join(', ')}, or the edge or mesh that is in front.`
          : 'Name the edge or mesh that is in front of the server; its image exports no metrics.',
    },
  ];
};

export const collectionIsPossible: Rule = (spec, profile) => {
  const { collection, otlpEndpoint, metricProfile } = spec.monitoring;
  return [
    collection === 'service-monitor' &&
      !profile.metricSources.some(
        source => source === 'prometheus-net' || source === 'guide',
      ) && {
        path: 'monitoring.collection',
        value: collection,
        message: `The images of host profile ${profile.id} serve no metrics to scrape.`,
        remedy: 'Use collection: none, or an image of your own.',
      },
    collection === 'service-monitor' &&
      metricProfile === 'otel' && {
        path: 'monitoring.collection',
        value: collection,
        message: 'Metric profile otel is pushed, not scraped.',
        remedy: 'Use collection: otlp.',
      },
    collection === 'otlp' &&
      !profile.server.environment.otlpEndpoint && {
        path: 'monitoring.collection',
        value: collection,
        message: `The images of host profile ${profile.id} export no OTLP.`,
        remedy: 'Use collection: none, or an image of your own.',
      },
    collection === 'otlp' &&
      otlpEndpoint === undefined && {
        path: 'monitoring.otlpEndpoint',
        message: 'The metrics have nowhere to go.',
        remedy: 'State the address of the OTLP collector.',
      },
  ];
};

export const probeHasATarget: Rule = spec => [
  spec.monitoring.probe.enabled &&
    spec.exposure.kind === 'none' && {
      path: 'monitoring.probe.enabled',
      value: true,
      message: 'The probe calls the public address, and there is none.',
      remedy: 'Switch the probe off, or expose the environment.',
    },
];

/**
 * The page alert fires at 14.4 times the budget: with a budget of 1/14.4 or
 * more it would need more than 100 % errors.
 */
const LARGEST_ALERTABLE_BUDGET = 1 / 14.4;

export const slosCanBurn: Rule = spec =>
  spec.slos.map(
    (slo, index): EnvironmentSpecIssue | false =>
      1 - slo.objective >= LARGEST_ALERTABLE_BUDGET && {
        path: `slos[${index}].objective`,
        value: slo.objective,
        message:
          'With so large a budget the page alert can never fire: it would need more than 100 % errors.',
        remedy: 'Use an objective above 0.931.',
      },
  );

export const slosNeedMonitoring: Rule = spec => [
  spec.slos.length > 0 &&
    !spec.monitoring.enabled && {
      path: 'slos',
      message: 'Objectives are stated, and monitoring is off.',
      remedy: 'Set monitoring.enabled: true, or remove the objectives.',
    },
];

export const slosHaveQueries: Rule = spec =>
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
          remedy: 'State one of the two forms.',
        },
      ];
    }
    return [
      hasAny && {
        path: `${path}.indicator`,
        value: slo.indicator,
        message: 'The queries follow from the indicator.',
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

export const slosCanBeMeasured: Rule = spec =>
  spec.slos.map((slo, index): EnvironmentSpecIssue | false => {
    const path = `slos[${index}].indicator`;
    const value = slo.indicator;
    if (slo.indicator === 'custom') return false;
    if (slo.indicator === 'availability') {
      return (
        !spec.monitoring.probe.enabled && {
          path,
          value,
          message: 'Availability is measured by a probe, which is off.',
          remedy: 'Set monitoring.probe.enabled: true.',
        }
      );
    }
    if (spec.monitoring.metricProfile === undefined) {
      return {
        path,
        value,
        message: 'Nothing counts the requests of this environment.',
        remedy:
          'State monitoring.metricProfile, or use indicator availability.',
      };
    }
    return measure(spec, index);
  });

/** Asks the query builder itself, which knows bucket bounds and what a profile lacks. */
function measure(
  spec: Parameters<Rule>[0],
  index: number,
): EnvironmentSpecIssue | false {
  const slo = spec.slos[index];
  const { metricProfile } = spec.monitoring;
  if (metricProfile === undefined || slo.indicator === 'custom') return false;
  try {
    buildSloQueries(
      METRIC_PROFILES[metricProfile],
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
