import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { parse } from 'yaml';
import type { CatalogEnvironment } from '../../model';
import { normalizeOwner } from '../../model/normalizeOwner';

/**
 * Whether the repository that an entity comes from holds the spec of its
 * environment; undefined when it could not be read.
 */
export type SpecReader = (
  environment: CatalogEnvironment,
) => Promise<boolean | undefined>;

/** A spec has a few kilobytes. */
const MAX_BYTES = 256 * 1024;

/** Reads specs with the portal's own integrations, as the catalog reads entities. */
export function createSpecReader(options: {
  urlReader: UrlReaderService;
  logger: LoggerService;
}): SpecReader {
  return async environment => {
    const { location = '', name, entityRef } = environment;
    if (location.startsWith('file:')) {
      // On the portal's own disk, where the platform team has put it.
      return true;
    }
    const url = specUrl(location, name);
    if (url === undefined) {
      return false;
    }
    try {
      const response = await options.urlReader.readUrl(url);
      const bytes = await response.buffer();
      return bytes.length <= MAX_BYTES && isSpecOf(`${bytes}`, environment);
    } catch (error) {
      const { name: errorName, message } = toError(error);
      options.logger.debug(`The spec of ${entityRef} was not read: ${message}`);
      return errorName === 'NotFoundError' ? false : undefined;
    }
  };
}

/** Beside the catalog file, where it is generated. */
function specUrl(location: string, name: string): string | undefined {
  const [, target] = /^url:(https?:\/\/.+)$/.exec(location) ?? [];
  if (target === undefined || !URL.canParse(target)) {
    return undefined;
  }
  const file = `.elsa/${name}.yaml`;
  const url = new URL(target);
  const path = url.searchParams.get('path');
  if (path === null) {
    return new URL(file, url).toString();
  }
  // Azure DevOps names the file in the query.
  url.searchParams.set('path', path.replace(/[^/]*$/, file));
  return url.toString();
}

function isSpecOf(text: string, environment: CatalogEnvironment): boolean {
  let spec: unknown;
  try {
    // Looking for repeated keys takes seconds where there are thousands.
    spec = parse(text, { maxAliasCount: 50, uniqueKeys: false });
  } catch {
    // Not YAML, so no spec either.
    return false;
  }
  const { kind, metadata, owner, target } = fieldsOf(spec);
  const name = fieldsOf(metadata).name;
  const { cluster, namespace = name } = fieldsOf(target);
  return (
    kind === 'ElsaEnvironment' &&
    name === environment.name &&
    cluster === environment.cluster &&
    namespace === environment.namespace &&
    typeof owner === 'string' &&
    normalizeOwner(owner) === environment.owner
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
