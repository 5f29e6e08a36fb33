import { InputError } from '@backstage/errors';
import type { Values } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { GeneratedFile } from '../files/types';
import { readYamlDocuments } from '../files/readYaml';

/** Values of the chart that decide which data Elsa finds. */
const DECISIVE = [
  ...['provider', 'mode', 'name', 'username', 'external'].map(
    key => `database.${key}`,
  ),
  'postgresql.majorVersion',
  ...['postgresql', 'sqlserver', 'mysql', 'sqlite'].map(
    provider => `${provider}.persistence`,
  ),
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
 * For repositories of releases that recorded no location of data: what was
 * generated last must agree with what is generated now, once.
 *
 * @throws InputError naming the values that changed
 */
export function refuseUnrecordedChange(
  environment: string,
  values: Values,
  existing: readonly GeneratedFile[],
): void {
  const path = `environments/${environment}/values.yaml`;
  const file = existing.find(item => item.path === path);
  const hasRecord = existing.some(
    item => item.path === `.elsa/data/${environment}.yaml`,
  );
  if (!file || hasRecord) return;
  const [before] = readYamlDocuments(file.content, `${path} of the repository`);
  const changed = DECISIVE.filter(key => at(before, key) !== at(values, key));
  if (changed.length === 0) return;
  throw new InputError(
    `The location of the data of ${environment} is not recorded yet, and the change may leave it behind: ${changed
      .map(
        key => `${key} was ${at(before, key)} and becomes ${at(values, key)}`,
      )
      .join(
        '; ',
      )}. Revert this change and generate once to record it; then make the change`,
  );
}
