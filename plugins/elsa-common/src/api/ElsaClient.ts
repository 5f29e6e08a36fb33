import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, ResponseError } from '@backstage/errors';
import type {
  ElsaAnswer,
  ElsaOperationId,
  ElsaParameters,
  ElsaQuery,
} from '../contract';
import { ROUTES } from '../contract/generated/routes';
import type {
  ElsaApi,
  ElsaRequestOptions,
  ListEnvironmentsOptions,
  SloSeriesOptions,
} from './ElsaApi';

/**
 * What the client needs of a portal. `discoveryApiRef` and `fetchApiRef` of the
 * frontend fit, and so do `coreServices.discovery` and `{ fetch }` in a backend.
 *
 * @public
 */
export interface ElsaClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * {@link ElsaApi} over HTTP, for browsers and Node.
 *
 * @public
 */
export class ElsaClient implements ElsaApi {
  readonly #discoveryApi: ElsaClientOptions['discoveryApi'];
  readonly #fetchApi: ElsaClientOptions['fetchApi'];

  constructor(options: ElsaClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  listEnvironments(
    query: ListEnvironmentsOptions = {},
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['listEnvironments']> {
    return this.#send('ListEnvironments', { query }, request);
  }

  async getEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['getEnvironment']> {
    const path = environmentPath(entityRef);
    return this.#send('GetEnvironment', { path }, request);
  }

  async getTransitions(
    entityRef: string,
    query: ElsaQuery<'ListTransitions'> = {},
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['getTransitions']> {
    const path = environmentPath(entityRef);
    return this.#send('ListTransitions', { path, query }, request);
  }

  async getSloSeries(
    entityRef: string,
    slo: string,
    query: SloSeriesOptions = {},
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['getSloSeries']> {
    const path = { ...environmentPath(entityRef), slo };
    return this.#send('GetSloSeries', { path, query }, request);
  }

  async refreshEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['refreshEnvironment']> {
    const path = environmentPath(entityRef);
    return this.#send('RefreshEnvironment', { path }, request);
  }

  getSources(request?: ElsaRequestOptions): ReturnType<ElsaApi['getSources']> {
    return this.#send('ListSources', {}, request);
  }

  listUnregistered(
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['listUnregistered']> {
    return this.#send('ListUnregistered', {}, request);
  }

  async #send<Id extends ElsaOperationId>(
    id: Id,
    parameters: ElsaParameters<Id>,
    request: ElsaRequestOptions = {},
  ): Promise<ElsaAnswer<Id>> {
    const { method, path } = ROUTES[id];
    const baseUrl = await this.#discoveryApi.getBaseUrl('elsa');
    const url = `${baseUrl}${fill(path, parameters.path)}${queryString(parameters.query)}`;
    const response = await this.#fetchApi.fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(request.token && { authorization: `Bearer ${request.token}` }),
      },
      signal: request.signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

/**
 * The reference travels as three segments, because several gateways refuse or
 * rewrite an encoded slash in a path.
 */
function environmentPath(
  entityRef: string,
): ElsaParameters<'GetEnvironment'>['path'] {
  return parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
}

/** Puts values into the braces of a path of the document. */
function fill(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name) => pathSegment(values[name]));
}

/** URL parsers resolve `.` and `..` even when encoded, so these cannot be sent. */
function pathSegment(value: string): string {
  if (value === '.' || value === '..') {
    throw new InputError(
      `'${value}' is not a name; give the entity reference of an environment, such as component:default/payments-production`,
    );
  }
  return encodeURIComponent(value);
}

function queryString(query: object = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
