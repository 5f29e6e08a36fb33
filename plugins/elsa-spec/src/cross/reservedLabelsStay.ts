import type { Rule } from '../sections/Rule';

const RESERVED_LABEL =
  /^(app\.kubernetes\.io|helm\.sh|elsa-portal\.io|argocd\.argoproj\.io)\//;

export const reservedLabelsStay: Rule<'server' | 'studio' | 'extra'> = spec => {
  const fields: Array<[string, Record<string, string>]> = [
    ['server.podLabels', spec.server.podLabels],
    ['studio.podLabels', spec.studio.podLabels],
    ['server.podAnnotations', spec.server.podAnnotations],
    ['studio.podAnnotations', spec.studio.podAnnotations],
    ['extra.labels', spec.extra.labels],
    ['extra.annotations', spec.extra.annotations],
  ];
  return fields.flatMap(([path, entries]) =>
    Object.entries(entries).map(
      ([key, value]) =>
        RESERVED_LABEL.test(key) && {
          path: `${path}[${JSON.stringify(key)}]`,
          value,
          message:
            'Selectors, ownership and Argo CD rely on the values that the template sets.',
          remedy: 'Use a key with your own prefix.',
        },
    ),
  );
};
