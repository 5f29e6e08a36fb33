import type { AuthService } from '@backstage/backend-plugin-api';
import type { EntityFilterQuery } from '@backstage/catalog-client';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  DEFAULT_NAMESPACE,
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ResponseError, toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ELSA_HOST_PROFILE_ANNOTATION,
  type EnvironmentLink,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { NamesConfig } from '../../config';
import {
  readRetryAfterMs,
  stateOfStatus,
  toUpstreamError,
  UpstreamError,
} from '../http';
import type { CatalogEnvironment } from '../../model';
import { isStorable, storableText } from '../../text';
import { expectedComponents } from './expectedComponents';
import { readPlacement } from './placement';

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
const PAGE = 500;
/**
 * Ten times the environments that one portal is made for, each with a server
 * and a studio. What answers with more is no catalog that we could hold.
 */
const MAX_ENTITIES = 300_000;
/** What one entity may take of the memory that all of them share. */
const MAX_DESCRIPTION_LENGTH = 5_000;
const MAX_LINKS = 50;
const MAX_LINE_LENGTH = 200;
const MAX_URL_LENGTH = 2_000;
const MAX_ALIASES = 100;
const HOST_PROFILE = /^[a-z0-9][a-z0-9-]{0,62}$/;
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

/** The catalog's client has errors of its own for what was answered. */
function toCatalogError(error: unknown): UpstreamError {
  const subject = 'The catalog';
  if (error instanceof ResponseError) {
    const { statusCode, response } = error;
    return new UpstreamError(
      stateOfStatus(statusCode),
      `${subject} answered ${statusCode}`,
      {
        status: statusCode,
        retryAfterMs: readRetryAfterMs(
          response.headers.get('retry-after') ?? undefined,
          Date.now(),
        ),
      },
    );
  }
  return isUnreadable(error)
    ? new UpstreamError(
        'invalid-response',
        `${subject} answered with something that is not a list of entities`,
      )
    : toUpstreamError(error, subject);
}

/** What JavaScript throws when an answer has another form than expected. */
function isUnreadable(error: unknown): boolean {
  const { name, message, cause } = toError(error);
  return (
    name === 'SyntaxError' ||
    (name === 'TypeError' && cause === undefined) ||
    /invalid json/i.test(message)
  );
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

function toEnvironment(entity: Entity, names: NamesConfig): CatalogEnvironment {
  const placement = readPlacement(entity, names.environmentAnnotation);
  const { annotations } = entity.metadata;
  const hostProfile = annotations?.[ELSA_HOST_PROFILE_ANNOTATION];
  return {
    entityRef: stringifyEntityRef(entity),
    name: placement.name,
    title: text(entity.metadata.title, MAX_LINE_LENGTH),
    description: text(entity.metadata.description, MAX_DESCRIPTION_LENGTH),
    owner: relatedRef(entity, RELATION_OWNED_BY, 'owner', 'group'),
    ownership: 'unknown',
    system: relatedRef(entity, RELATION_PART_OF, 'system', 'system'),
    lifecycle: text(entity.spec?.lifecycle, MAX_LINE_LENGTH),
    cluster: placement.cluster,
    namespace: placement.namespace,
    hostProfile:
      hostProfile !== undefined && HOST_PROFILE.test(hostProfile)
        ? hostProfile
        : undefined,
    links: readLinks(entity),
    aliases: [],
    location: readLocation(entity),
    expectedComponents: expectedComponents(entity, placement.name),
    placementProblem: placement.problem,
  };
}

/**
 * The catalog overwrites these two annotations; others that name a repository,
 * such as the source location, are what the author of the entity wrote.
 */
function readLocation({ metadata }: Entity): string | undefined {
  const location = metadata.annotations?.[ANNOTATION_LOCATION];
  const origin = metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  // Whoever registers an address cannot make the portal's own files theirs.
  const isForeign =
    location?.startsWith('file:') && !origin?.startsWith('file:');
  return location !== undefined &&
    !isForeign &&
    location.length <= MAX_URL_LENGTH
    ? storableText(location, MAX_URL_LENGTH)
    : undefined;
}

/** The relation when the catalog has stitched it, else what the entity says. */
function relatedRef(
  entity: Entity,
  relation: string,
  field: string,
  defaultKind: string,
): string | undefined {
  const stored = entity.spec?.[field];
  const value = typeof stored === 'string' && stored ? stored : undefined;
  try {
    const stated =
      value &&
      stringifyEntityRef(
        parseEntityRef(value, {
          defaultKind,
          defaultNamespace: getCompoundEntityRef(entity).namespace,
        }),
      );
    const related = (entity.relations ?? [])
      .filter(({ type }) => type === relation)
      .map(({ targetRef }) => targetRef)
      .filter(
        ref => relation !== RELATION_PART_OF || ref.startsWith('system:'),
      );
    const ref =
      stated && (related.includes(stated) || related.length === 0)
        ? stated
        : related[0];
    return ref !== undefined && isStorable(ref) ? ref : undefined;
  } catch {
    // Not a reference at all; the catalog would not have made a relation of it.
    return undefined;
  }
}

function text(value: unknown, maxLength: number): string | undefined {
  return typeof value === 'string' && value
    ? storableText(value, maxLength)
    : undefined;
}

const LINK_KINDS: readonly EnvironmentLink['kind'][] = [
  'studio',
  'server',
  'repository',
  'argocd',
  'grafana',
];

/** Links become `href`s, so only addresses of the web are let through. */
function readLinks(entity: Entity): EnvironmentLink[] {
  return (entity.metadata.links ?? [])
    .slice(0, MAX_LINKS)
    .flatMap(({ url, title, type }) => {
      if (
        typeof url !== 'string' ||
        url.length > MAX_URL_LENGTH ||
        !/^https?:\/\//i.test(url) ||
        !URL.canParse(url)
      ) {
        return [];
      }
      const kind = LINK_KINDS.find(item => item === type) ?? 'other';
      const shown = storableText(url, MAX_URL_LENGTH);
      return [
        { kind, title: text(title, MAX_LINE_LENGTH) ?? shown, url: shown },
      ];
    });
}

async function checkOwners(
  { catalog, auth }: ReadCatalogOptions,
  environments: CatalogEnvironment[],
): Promise<void> {
  const owners = [...new Set(environments.flatMap(({ owner }) => owner ?? []))];
  const existing = new Set<string>();
  for (let start = 0; start < owners.length; start += PAGE) {
    const entityRefs = owners.slice(start, start + PAGE);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    items.forEach((entity, index) => {
      if (entity) {
        existing.add(entityRefs[index]);
      }
    });
  }
  for (const environment of environments) {
    environment.ownership = ownershipOf(environment.owner, existing);
  }
}

function ownershipOf(
  owner: string | undefined,
  existing: ReadonlySet<string>,
): CatalogEnvironment['ownership'] {
  if (owner === undefined) {
    return 'unowned';
  }
  return existing.has(owner) ? 'owned' : 'owner-missing';
}
