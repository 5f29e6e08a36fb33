import type {
  LoggerService,
  UrlReaderService,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { fieldsOf, specPath } from '@elsa-portal/backstage-plugin-elsa-common';
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
      const bytes = await readLimited(response);
      return bytes !== undefined && isSpecOf(`${bytes}`, environment);
    } catch (error) {
      const { name: errorName, message } = toError(error);
      options.logger.debug(`The spec of ${entityRef} was not read: ${message}`);
      return errorName === 'NotFoundError' ? false : undefined;
    }
  };
}

/** What a repository holds has any size; of a larger file no more is read. */
async function readLimited(
  response: UrlReaderServiceReadUrlResponse,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.stream?.() ?? [await response.buffer()]) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BYTES) {
      // Leaving the loop closes the stream.
      return undefined;
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Beside the catalog file, where it is generated. */
function specUrl(location: string, name: string): string | undefined {
  const [, target] = /^url:(https?:\/\/.+)$/.exec(location) ?? [];
  if (target === undefined || !URL.canParse(target)) {
    return undefined;
  }
  const file = specPath(name);
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
