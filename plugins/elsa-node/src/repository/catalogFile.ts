import { InputError } from '@backstage/errors';
import { isDeepStrictEqual } from 'util';
import { type Document, parseAllDocuments } from 'yaml';
import type { CatalogEntity } from '../generate/catalog';
import { isPartEntity } from '../generate/partEntity';
import { toYaml, toYamlDocuments } from '../generate/yaml';

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
  const documents = parseAllDocuments(existing);
  if (!Array.isArray(documents)) return toYamlDocuments(entities);
  const broken = documents.find(document => document.errors.length > 0);
  if (broken) {
    throw new InputError(
      `catalog-info.yaml of the repository is not YAML (${broken.errors[0].message}); correct it first`,
    );
  }
  const remaining = new Map(entities.map(entity => [keyOf(entity), entity]));
  const kept = documents.flatMap(document => {
    const value = readDocument(document);
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

function readDocument(document: Document): unknown {
  try {
    return document.toJS();
  } catch {
    throw new InputError(
      'The aliases in catalog-info.yaml of the repository stand for too much, or for what is not there; correct it first',
    );
  }
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
