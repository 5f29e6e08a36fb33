import { metadataFields } from '../sections/metadataFields';
import type { Rule } from '../sections/Rule';

const RESERVED_LABEL =
  /^(app\.kubernetes\.io|helm\.sh|elsa-portal\.io|argocd\.argoproj\.io)\//;

export const reservedLabelsStay: Rule<'server' | 'studio' | 'extra'> = spec =>
  Object.entries(metadataFields(spec)).flatMap(([path, entries]) =>
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
