import { InputError, isError } from '@backstage/errors';
import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_OWNER_ANNOTATION,
  isRecord,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { readYamlDocuments } from '@elsa-portal/backstage-plugin-elsa-node';
import type { GitFile } from '../git/fileTree';
import { fullOwner } from './fullOwner';

/** A part of a repository that names an owner. */
export interface Claim {
  /** Says which part it is, and is the same over changes of its content. */
  id: string;
  /** What the part says, to see whether it was changed. */
  content: string;
  owners: string[];
  /** Environment that it belongs to, where it names one. */
  environment?: string;
}

/** A file of a repository. */
export interface TextFile {
  path: string;
  content: string;
}

/** A file as text, whatever its bytes are. */
export function toText({ path, content }: GitFile): TextFile {
  return { path, content: Buffer.from(content).toString('utf8') };
}

/** The largest that is generated, the objects of an environment, has a tenth of it. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;
/** What the catalog reads of a repository. */
export const CATALOG_FILE = 'catalog-info.yaml';
/** Where the generator writes; a chart's templates are no YAML. */
const CLAIMING =
  /^(?:\.elsa|argocd|(?:environments|k8s\/base|k8s\/overlays)\/[^/]+)\/.*\.ya?ml$/;
const ENVIRONMENT =
  /^(?:(?:\.elsa|argocd)\/([^/]+)\.ya?ml$|(?:environments|k8s\/base|k8s\/overlays)\/([^/]+)\/)/;

function readAt(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined,
    value,
  );
}

function listValuesOf(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap(item => listValuesOf(item, key));
  }
  return isRecord(value)
    ? Object.entries(value).flatMap(([name, child]) =>
        name === key ? [child] : listValuesOf(child, key),
      )
    : [];
}

function parse(path: string, text: string): unknown[] {
  try {
    return readYamlDocuments(text, 'it', { maximumBytes: LARGEST_FILE_BYTES });
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') {
      throw error;
    }
    throw new InputError(
      `Whose environment '${path}' describes cannot be told: ${error.message}. Nothing was published. Correct the file`,
    );
  }
}

function toOwners(values: unknown[]): string[] {
  return values
    .filter(value => typeof value === 'string' && value !== '')
    .map(value => fullOwner(String(value)));
}

function ownersIn(path: string, document: unknown): string[] {
  return toOwners([
    ...listValuesOf(document, ELSA_OWNER_ANNOTATION),
    ...(path.startsWith('.elsa/') ? [readAt(document, 'owner')] : []),
    ...(path.startsWith('environments/')
      ? [readAt(document, 'environment', 'owner')]
      : []),
  ]);
}

function named(environment: unknown): { environment?: string } {
  return typeof environment === 'string' ? { environment } : {};
}

function environmentOf(path: string): string | undefined {
  const [, file, folder] = ENVIRONMENT.exec(path) ?? [];
  return file ?? folder;
}

function readCatalogClaims(text: string): Claim[] {
  return parse(CATALOG_FILE, text)
    .filter(isRecord)
    .map(entity => ({
      id: `${CATALOG_FILE}: ${String(entity.kind)} ${String(readAt(entity, 'metadata', 'namespace') ?? 'default')}/${String(readAt(entity, 'metadata', 'name'))}`,
      content: JSON.stringify(entity),
      owners: toOwners([
        readAt(entity, 'spec', 'owner'),
        ...listValuesOf(entity, ELSA_OWNER_ANNOTATION),
      ]),
      ...named(
        readAt(entity, 'metadata', 'annotations', ELSA_ENVIRONMENT_ANNOTATION),
      ),
    }))
    .filter(({ owners }) => owners.length > 0);
}

/** True where a file's text is needed to know who owns what. */
export function isClaiming(path: string): boolean {
  return path === CATALOG_FILE || CLAIMING.test(path);
}

/** True where files describe Elsa environments, and not just any software. */
export function describesEnvironments(files: readonly TextFile[]): boolean {
  return files.some(
    ({ path, content }) =>
      path.startsWith('.elsa/') ||
      (path === CATALOG_FILE && content.includes(ELSA_ENVIRONMENT_ANNOTATION)),
  );
}

/**
 * All parts of a deployment repository that name an owner: stored specs,
 * values, catalog entities and annotations. Each counts by itself, as each is
 * read by somebody: the portal, the chart, the catalog, the cluster.
 *
 * @throws InputError when a part cannot be read for certain
 */
export function readClaims(files: readonly TextFile[]): Claim[] {
  return files
    .filter(({ path }) => isClaiming(path))
    .flatMap(({ path, content }) => {
      if (path === CATALOG_FILE) {
        return readCatalogClaims(content);
      }
      const owners = parse(path, content).flatMap(document =>
        ownersIn(path, document),
      );
      return owners.length > 0
        ? [{ id: path, content, owners, ...named(environmentOf(path)) }]
        : [];
    });
}

/**
 * Owners who are affected by a change of files: those of new, changed and
 * removed parts, before and after it. What stays as it is needs nobody's consent.
 */
export function ownersOfChange(
  before: readonly Claim[],
  after: readonly Claim[],
): string[] {
  const old = new Map(before.map(claim => [claim.id, claim]));
  const current = new Set(after.map(claim => claim.id));
  const changed = after.flatMap(claim => {
    const earlier = old.get(claim.id);
    return earlier?.content === claim.content
      ? []
      : [...claim.owners, ...(earlier?.owners ?? [])];
  });
  const removed = before
    .filter(claim => !current.has(claim.id))
    .flatMap(claim => claim.owners);
  return [...new Set([...changed, ...removed])];
}
