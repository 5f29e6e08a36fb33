import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, ResponseError } from '@backstage/errors';
import type { EnvironmentStatus, SloSeries } from '../status/types';
import type {
  ElsaApi,
  ElsaRequestOptions,
  ListEnvironmentsOptions,
  ListEnvironmentsResponse,
  SloSeriesOptions,
} from './ElsaApi';

type QueryValue = string | number | boolean | readonly string[] | undefined;

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
    options: ListEnvironmentsOptions = {},
    request?: ElsaRequestOptions,
  ): Promise<ListEnvironmentsResponse> {
    return this.#request('GET', ['environments'], { ...options }, request);
  }

  async getEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<EnvironmentStatus> {
    return this.#request('GET', environmentPath(entityRef), {}, request);
  }

  async getTransitions(
    entityRef: string,
    options: { limit?: number; cursor?: string } = {},
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['getTransitions']> {
    const path = [...environmentPath(entityRef), 'transitions'];
    return this.#request('GET', path, { ...options }, request);
  }

  async getSloSeries(
    entityRef: string,
    slo: string,
    options: SloSeriesOptions = {},
    request?: ElsaRequestOptions,
  ): Promise<SloSeries> {
    const path = [...environmentPath(entityRef), 'slos', slo, 'series'];
    return this.#request('GET', path, { ...options }, request);
  }

  async refreshEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<EnvironmentStatus> {
    const path = [...environmentPath(entityRef), 'refresh'];
    return this.#request('POST', path, {}, request);
  }

  getSources(request?: ElsaRequestOptions): ReturnType<ElsaApi['getSources']> {
    return this.#request('GET', ['sources'], {}, request);
  }

  listUnregistered(
    request?: ElsaRequestOptions,
  ): ReturnType<ElsaApi['listUnregistered']> {
    return this.#request('GET', ['unregistered'], {}, request);
  }

  async #request<T>(
    method: 'GET' | 'POST',
    path: readonly string[],
    query: Record<string, QueryValue>,
    request: ElsaRequestOptions = {},
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('elsa');
    const url = `${baseUrl}/${path.map(pathSegment).join('/')}${queryString(query)}`;
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
    return (await response.json()) as T;
  }
}

/**
 * The reference travels as three segments, because several gateways refuse or
 * rewrite an encoded slash in a path.
 */
function environmentPath(entityRef: string): string[] {
  const { kind, namespace, name } = parseEntityRef(entityRef, {
    defaultKind: 'component',
    defaultNamespace: 'default',
  });
  return ['environments', kind, namespace, name];
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

function queryString(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const item of typeof value === 'object' ? value : [value]) {
      if (item !== undefined) {
        parameters.append(name, String(item));
      }
    }
  }
  const text = parameters.toString();
  return text && `?${text}`;
}
