import { isDeepStrictEqual } from 'util';
import { parseAllDocuments } from 'yaml';
import type { CatalogEntity } from '.';
import { isPartEntity } from './partEntity';
import { readYamlDocuments } from '../files/readYaml';
import { toYaml, toYamlDocuments } from '../files/yaml';

/**
 * `catalog-info.yaml` with these entities in it. What others wrote stays as it
 * stands, comments included; an entity of the same kind and name is replaced.
 * Entities that were generated for parts which the environment no longer has go.
 *
 * @throws InputError when the file that exists is not YAML
 */
export function mergeCatalogFile(
  existing: string | undefined,
  entities: CatalogEntity[],
  environment: string,
): string {
  if (existing === undefined) return toYamlDocuments(entities);
  const values = readYamlDocuments(
    existing,
    'catalog-info.yaml of the repository',
  );
  // Once more, as text with its comments.
  const documents = parseAllDocuments(existing);
  const remaining = new Map(entities.map(entity => [keyOf(entity), entity]));
  const kept = documents.flatMap((document, index) => {
    const value = values[index];
    const key = keyOf(value);
    const entity = key === undefined ? undefined : remaining.get(key);
    if (key === undefined || entity === undefined) {
      return isPartEntity(environment, value) ? [] : [String(document)];
    }
    remaining.delete(key);
    // Same content: leave the text alone, its comments may matter to somebody.
    return isDeepStrictEqual(value, JSON.parse(JSON.stringify(entity)))
      ? [String(document)]
      : [toYaml(entity)];
  });
  return [...kept, ...[...remaining.values()].map(entity => toYaml(entity))]
    .map(text => `---\n${text.replace(/^---\n/, '').replace(/\n?$/, '\n')}`)
    .join('');
}

function keyOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { kind, metadata } = value as Record<string, unknown>;
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  const { name, namespace } = metadata as Record<string, unknown>;
  return `${String(kind)}:${String(namespace ?? 'default')}/${String(
    name,
  )}`.toLowerCase();
}
