import { z } from 'zod';
import {
  field,
  isTexts,
  optionalField,
  refuser,
  sections,
  text,
} from './fields';
import { httpTargetFields } from './httpTargetSchema';

const METRIC_LABEL = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  remedy: 'use a Prometheus label name, such as elsa_environment',
};

const clusters = field(
  {
    description:
      'Clusters whose metrics it holds, by their name in the Kubernetes plugin',
    type: 'string[]',
    isRequired: true,
  },
  (value, refuse): string[] =>
    isTexts(value) && value.length > 0
      ? value
      : refuse(
          'name the clusters whose metrics this server holds, as the Kubernetes plugin names them',
        ),
);

const matchers = field(
  {
    description: 'Matchers added to every query, such as `{ tenant: eu }`',
    type: '{ [label: string]: string }',
    fallback: 'none',
  },
  (value = {}, refuse): Record<string, string> => {
    const entries = Object.entries(Object(value));
    const wrong = entries.find(([label]) => !METRIC_LABEL.pattern.test(label));
    if (wrong) {
      return refuse(METRIC_LABEL.remedy, { shown: wrong[0] });
    }
    if (!isTexts(entries.map(([, wanted]) => wanted))) {
      return refuse('write a text for each label');
    }
    return Object.fromEntries(entries) as Record<string, string>;
  },
);

/** What Prometheus Operator, Thanos and Mimir tell copies of a server by. */
const REPLICA_LABELS = ['prometheus_replica', 'replica', '__replica__'];

const replicaLabels = field(
  {
    description:
      'Labels that tell copies of a server apart; alerts that differ in nothing else are one alert',
    type: 'string[]',
    fallback: REPLICA_LABELS.join(', '),
  },
  (value = REPLICA_LABELS, refuse): string[] =>
    isTexts(value) && value.every(label => METRIC_LABEL.pattern.test(label))
      ? value
      : refuse('write a list of Prometheus label names'),
);

function inMilliseconds<T extends { timeout: number }>({
  timeout,
  ...server
}: T): Omit<T, 'timeout'> & { timeoutMs: number } {
  return { ...server, timeoutMs: timeout };
}

const prometheusSchema = z
  .object({
    ...httpTargetFields,
    clusters,
    clusterLabel: text(
      {
        description:
          'Label that distinguishes clusters; required if there are several',
      },
      (value, refuse) =>
        METRIC_LABEL.pattern.test(value) ? value : refuse(METRIC_LABEL.remedy),
    ),
    matchers,
    replicaLabels,
  })
  .superRefine((server, context) => {
    if (server.clusters.length > 1 && server.clusterLabel === undefined) {
      refuser(context)(
        'also set clusterLabel, the label that tells the clusters apart in this server',
        { path: ['clusters'] },
      );
    }
  })
  .transform(inMilliseconds);

const alertmanagerSchema = z
  .object({
    ...httpTargetFields,
    prometheus: optionalField(
      {
        description: 'Names in `elsa.prometheus` whose alerts it gets',
        type: 'string[]',
        fallback: 'all of them',
      },
      (value, refuse): string[] =>
        isTexts(value) ? value : refuse('write a list of names'),
    ),
  })
  .transform(inMilliseconds);

function requireUniqueNames(
  servers: Array<{ name: string }>,
  context: z.RefinementCtx,
): void {
  const names = servers.map(({ name }) => name);
  const index = names.findIndex((name, at) => names.indexOf(name) < at);
  if (index >= 0) {
    refuser(context)(
      'another server of this list has the same name; give each its own',
      { path: [index, 'name'] },
    );
  }
}

export const prometheusServers = z
  .array(prometheusSchema)
  .default([])
  .superRefine(requireUniqueNames)
  .register(sections, { description: 'Where metrics and alerts are read' });

export const alertmanagerServers = z
  .array(alertmanagerSchema)
  .default([])
  .superRefine(requireUniqueNames)
  .register(sections, {
    description:
      'Where silences are read; same keys as `prometheus[]`, except those about clusters',
  });
