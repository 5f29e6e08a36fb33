import { pathNotFound } from '../errors';
import type { KindRegistry, ResourceKind } from '../kinds';

/** A request for a resource, as an API server takes its path apart. */
export interface ResourceRequest {
  resource: ResourceKind;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** `/api/v1/namespaces/x/pods/y/log` and its like. */
export function parseResourcePath(
  path: string,
  kinds: KindRegistry,
): ResourceRequest {
  const segments = path.split('/').filter(Boolean).map(decodeURIComponent);
  const group = segments[0] === 'apis' ? segments[1] : '';
  const rest = segments.slice(segments[0] === 'apis' ? 2 : 1);
  const [version, ...place] = rest;
  // `namespaces/x` alone is the Namespace object, with more behind it a place.
  const isNamespaced = place[0] === 'namespaces' && place.length > 2;
  const [plural, name, ...subresource] = isNamespaced ? place.slice(2) : place;
  const resource =
    version && plural ? kinds.byPlural(group, version, plural) : undefined;
  if (!resource || (isNamespaced && !resource.isNamespaced)) {
    throw pathNotFound();
  }
  return {
    resource,
    ...(isNamespaced && { namespace: place[1] }),
    ...(name && { name }),
    ...(subresource.length && { subresource: subresource.join('/') }),
  };
}
