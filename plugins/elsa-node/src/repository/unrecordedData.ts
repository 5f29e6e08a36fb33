import { InputError } from '@backstage/errors';
import { fieldsOf, specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  chartValues,
  DATABASE_PROVIDERS,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment, GeneratedFile } from '../files/types';
import { readSpecText, readYamlDocuments } from '../files/readYaml';
import { RepositoryConflictError } from './conflict';

/** Where an environment's record of its data lies. */
export const recordPath = (environment: string): string =>
  `.elsa/data/${environment}.yaml`;

/** Releases whose chart has another version than these record where the data is. */
const WITHOUT_RECORD = /^0\.1\./;

/** Values of the chart that decide which data Elsa finds. */
const DECISIVE = [
  ...['provider', 'mode', 'name', 'username', 'external'].map(
    key => `database.${key}`,
  ),
  'postgresql.majorVersion',
  ...DATABASE_PROVIDERS.map(provider => `${provider}.persistence`),
  'postgresql.cloudnativepg.backup',
  ...['enabled', 'mode', 'engine', 'external', 'persistence'].flatMap(key => [
    `redis.${key}`,
    `rabbitmq.${key}`,
  ]),
  'backup.enabled',
  'global.storageClass',
];

const at = (values: unknown, path: string): string =>
  JSON.stringify(
    path
      .split('.')
      .reduce<unknown>(
        (value, key) =>
          typeof value === 'object' && value !== null
            ? (value as Record<string, unknown>)[key]
            : undefined,
        values,
      ),
  ) ?? 'nothing';

/**
 * Without a record nothing says where the data is: the stored spec is what people
 * edit, and what earlier releases rendered does not show all of it. So the first
 * generation that records it is asked for by name, with the spec as it was.
 *
 * @param recordData - whether it is
 * @throws RepositoryConflictError where there is something and no record of it
 * @throws InputError naming the values that changed although they were to be recorded
 */
export function refuseMissingRecord(
  environment: Environment,
  existing: readonly GeneratedFile[],
  recordData: boolean,
): void {
  const { name } = environment.spec.metadata;
  if (existing.some(file => file.path === recordPath(name))) return;
  const version = generatedBy(name, existing);
  if (version === undefined) return;
  if (recordData) {
    refuseChangedValues(environment, existing);
    return;
  }
  throw WITHOUT_RECORD.test(version) || version === ''
    ? new RepositoryConflictError({
        conflict: 'unrecorded-data',
        environment: name,
        message: `Nothing records where the data of ${name} is, so a change of the spec could leave it behind unnoticed`,
      })
    : new RepositoryConflictError({
        conflict: 'data-record',
        environment: name,
        message: `${recordPath(name)} is missing, although ${name} was generated with version ${version}: nothing else says where its data is`,
      });
}

/** Version that an environment was generated with, empty where it is not known; undefined where it was not. */
function generatedBy(
  environment: string,
  existing: readonly GeneratedFile[],
): string | undefined {
  const stored = existing.find(file => file.path === specPath(environment));
  const { templateVersion } = fieldsOf(
    stored && readSpecText(stored.content, `${stored.path} of the repository`),
  );
  if (templateVersion !== undefined) return String(templateVersion);
  const own = [
    `argocd/${environment}.yaml`,
    `environments/${environment}/`,
    `k8s/base/${environment}/`,
    `k8s/overlays/${environment}/`,
  ];
  const isGenerated = existing.some(({ path }) =>
    own.some(start => path.startsWith(start)),
  );
  return isGenerated ? '' : undefined;
}

/** What the values of the last generation prove is compared all the same. */
function refuseChangedValues(
  environment: Environment,
  existing: readonly GeneratedFile[],
): void {
  const { name } = environment.spec.metadata;
  const path = `environments/${name}/values.yaml`;
  const file = existing.find(item => item.path === path);
  if (!file) return;
  const [before] = readYamlDocuments(file.content, `${path} of the repository`);
  const values = chartValues(environment);
  const changed = DECISIVE.filter(key => at(before, key) !== at(values, key));
  if (changed.length === 0) return;
  throw new InputError(
    `The spec does not say where the data of ${name} is: ${changed
      .map(
        key => `${key} was ${at(before, key)} and becomes ${at(values, key)}`,
      )
      .join(
        '; ',
      )}. Revert this change and generate once to record it; then make the change`,
  );
}
