import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ELSA_HOST_PROFILE_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import { type EnvironmentLink } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { NamesConfig } from '../../config';
import type { CatalogEnvironment } from '../../model';
import { isStorable, storableText } from '../../text';
import { describedParts } from './describedParts';
import { expectedComponents } from './expectedComponents';
import { readPlacement } from './placement';

/** What one entity may take of the memory that all of them share. */
const MAX_DESCRIPTION_LENGTH = 5_000;
const MAX_LINKS = 50;
const MAX_LINE_LENGTH = 200;
const MAX_URL_LENGTH = 2_000;
const HOST_PROFILE = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** What an entity says of its environment; anything in it may be nonsense. */
export function toEnvironment(
  entity: Entity,
  names: NamesConfig,
): CatalogEnvironment {
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
    describedParts: describedParts(entity),
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
