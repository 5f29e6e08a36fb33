import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_PART_OF,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { DATABASE_PROVIDERS } from '@elsa-portal/backstage-plugin-elsa-spec';

/** Parts that an environment may have or not, by their entity's kind and the suffix of its name. */
const OPTIONAL_PARTS: Array<{ kind: string; suffixes: string[] }> = [
  { kind: 'component', suffixes: ['studio'] },
  {
    kind: 'resource',
    suffixes: [...DATABASE_PROVIDERS, 'pgbouncer', 'redis', 'rabbitmq'],
  },
];

/**
 * Whether an entity is one that `catalogEntities` makes for some part of this
 * environment: by its kind and name, and by both annotations that tie it to the
 * part's pods. What somebody wrote by hand does not have all of them.
 */
export function isPartEntity(environment: string, entity: unknown): boolean {
  const { kind, metadata } = asRecord(entity);
  const { name, annotations } = asRecord(metadata);
  const values = asRecord(annotations);
  const selector = [
    `app.kubernetes.io/part-of=${ELSA_PART_OF}`,
    `app.kubernetes.io/instance=${environment}`,
    'app.kubernetes.io/component=',
  ].join(',');
  return (
    OPTIONAL_PARTS.some(
      part =>
        part.kind === String(kind).toLowerCase() &&
        part.suffixes.some(suffix => name === `${environment}-${suffix}`),
    ) &&
    values[ELSA_ENVIRONMENT_ANNOTATION] === environment &&
    String(values['backstage.io/kubernetes-label-selector']).startsWith(
      selector,
    )
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
