import type { ElsaAnswer, ElsaQuery } from '../contract';

/** Which environments, and in which order. @public */
export type ListEnvironmentsOptions = ElsaQuery<'ListEnvironments'>;

/** Which part of an SLO's course. @public */
export type SloSeriesOptions = ElsaQuery<'GetSloSeries'>;

/** @public */
export interface ElsaRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * Reads what the collector knows, as `openapi.yaml` of the backend describes.
 * Failures are `ResponseError`s of `@backstage/errors`; 404 also stands for
 * "may not be seen". An environment is named by the reference of any of its
 * entities (server, studio, ...).
 *
 * @public
 */
export interface ElsaApi {
  listEnvironments(
    options?: ListEnvironmentsOptions,
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'ListEnvironments'>>;

  getEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'GetEnvironment'>>;

  /** Newest first. */
  getTransitions(
    entityRef: string,
    options?: ElsaQuery<'ListTransitions'>,
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'ListTransitions'>>;

  getSloSeries(
    entityRef: string,
    slo: string,
    options?: SloSeriesOptions,
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'GetSloSeries'>>;

  /** Collects now, once for all who ask at the same moment. */
  refreshEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'RefreshEnvironment'>>;

  getSources(request?: ElsaRequestOptions): Promise<ElsaAnswer<'ListSources'>>;

  listUnregistered(
    request?: ElsaRequestOptions,
  ): Promise<ElsaAnswer<'ListUnregistered'>>;
}
