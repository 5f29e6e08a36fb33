import type { AuthService } from '@backstage/backend-plugin-api';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NamesConfig } from '../../config';
import { UpstreamError } from '../http';
import type { CatalogEnvironment } from '../../model';
import { isStorable } from '../../text';
import { checkOwners } from './checkOwners';
import { toCatalogError } from './toCatalogError';
import { toEnvironment } from './toEnvironment';

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'metadata.links',
  'spec.type',
  'spec.owner',
  'spec.system',
  'spec.lifecycle',
  'spec.dependsOn',
  'relations',
];
/** Entities of one question. */
const PAGE = 500;
/**
 * Ten times the environments that one portal is made for, each with a server
 * and a studio. What answers with more is no catalog that we could hold.
 */
const MAX_ENTITIES = 300_000;
/** Of one environment. */
const MAX_ALIASES = 100;
/** A catalog that is slow must not hold back the clusters. */
const TIMEOUT_MS = 30_000;

export interface ReadCatalogOptions {
  catalog: CatalogService;
  auth: AuthService;
  names: NamesConfig;
  timeoutMs?: number;
  /** Told of entities that cannot be stored at all, and why. */
  onRefused?: (message: string) => void;
  /** Replaced in tests. */
  maxEntities?: number;
}

/**
 * Reads all environments, their other entities and whether their owners exist.
 *
 * @throws UpstreamError
 */
export async function readCatalog(
  options: ReadCatalogOptions,
): Promise<CatalogEnvironment[]> {
  let timer: NodeJS.Timeout | undefined;
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error('timeout');
      error.name = 'TimeoutError';
      reject(error);
    }, timeoutMs);
  });
  try {
    return await Promise.race([readAll(options), timeout]);
  } catch (error) {
    throw toCatalogError(error);
  } finally {
    clearTimeout(timer);
  }
}

async function readAll(
  options: ReadCatalogOptions,
): Promise<CatalogEnvironment[]> {
  const { names } = options;
  const entities = await queryAll(options, [
    { kind: 'component', 'spec.type': names.environmentType },
    {
      kind: 'component',
      [`metadata.annotations.${names.environmentAnnotation}`]:
        CATALOG_FILTER_EXISTS,
    },
  ]);
  const environments = new Map<string, CatalogEnvironment>();
  const parts: Entity[] = [];
  for (const entity of entities) {
    const entityRef = stringifyEntityRef(entity);
    if (!isStorable(entityRef)) {
      options.onRefused?.(
        `The entity ${JSON.stringify(entityRef.slice(0, 100))} is left out: its reference must be at most 255 characters long, without control characters.`,
      );
    } else if (entity.spec?.type === names.environmentType) {
      environments.set(entityRef, toEnvironment(entity, names));
    } else {
      parts.push(entity);
    }
  }
  for (const part of parts) {
    const aliases = environments.get(
      environmentRefOfPart(part, names),
    )?.aliases;
    const alias = stringifyEntityRef(part);
    if (aliases && aliases.length < MAX_ALIASES && !aliases.includes(alias)) {
      aliases.push(alias);
    }
  }
  const result = [...environments.values()];
  await checkOwners(options, result);
  return result;
}

async function queryAll(
  { catalog, auth, maxEntities = MAX_ENTITIES }: ReadCatalogOptions,
  filter: EntityFilterQuery,
): Promise<Entity[]> {
  const credentials = await auth.getOwnServiceCredentials();
  const entities: Entity[] = [];
  for await (const page of catalog.streamEntities(
    { filter, fields: FIELDS, pageSize: PAGE },
    { credentials },
  )) {
    for (const entity of page) {
      // A page that is no list of entities must not pass for an empty one.
      parseEntityRef(stringifyEntityRef(entity));
      if (entities.length >= maxEntities) {
        throw new UpstreamError(
          'invalid-response',
          `The catalog answered with more than ${maxEntities} entities that belong to environments; see which of them carry the annotation by mistake`,
        );
      }
      entities.push(entity);
    }
  }
  return entities;
}

/** Server and studio name their environment, which lives in their own namespace. */
function environmentRefOfPart(part: Entity, names: NamesConfig): string {
  return stringifyEntityRef({
    kind: 'component',
    namespace: part.metadata.namespace ?? DEFAULT_NAMESPACE,
    name: part.metadata.annotations?.[names.environmentAnnotation] ?? '',
  });
}
