import type {
  EnvironmentStatus,
  EnvironmentSummary,
  HealthStatus,
  HealthTransition,
  SloSeries,
  SloState,
  SourceStatus,
  UnregisteredEnvironment,
} from '../status/types';

/** @public */
export interface ListEnvironmentsOptions {
  /** Entity references of owners; any of them matches. */
  owner?: string[];
  system?: string[];
  health?: HealthStatus[];
  cluster?: string[];
  sloState?: SloState[];
  /** Only those with security findings, or only those without. */
  hasSecurityFindings?: boolean;
  /** Part of the name, title, namespace or owner, ignoring case. */
  text?: string;
  sort?: 'name' | 'health' | 'owner' | 'cluster' | 'slo' | 'alerts';
  order?: 'asc' | 'desc';
  /** 1 to 500, default 100. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListEnvironmentsResponse {
  items: EnvironmentSummary[];
  /** Number of environments that match the filter and that the caller may see. */
  totalItems: number;
  /** Of the same environments, by health. */
  totals: Record<HealthStatus, number>;
  /** How many of the same environments have security findings. */
  withSecurityFindings: number;
  nextCursor?: string;
  /** Key of the signals channel on which this reader is told of changes. */
  changeKey?: string;
}

/** @public */
export interface SloSeriesOptions {
  /** Unix seconds. Default: the SLO's window ending now. */
  fromSeconds?: number;
  toSeconds?: number;
  /** Width of the chart in pixels; the step is chosen so that a pixel holds one point at most. */
  width?: number;
}

/** @public */
export interface ElsaRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * Reads what the collector knows. Failures are `ResponseError`s of
 * `@backstage/errors`; 404 also stands for "may not be seen".
 *
 * @public
 */
export interface ElsaApi {
  listEnvironments(
    options?: ListEnvironmentsOptions,
    request?: ElsaRequestOptions,
  ): Promise<ListEnvironmentsResponse>;

  /** Accepts the reference of any entity of the environment (server, studio, ...). */
  getEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<EnvironmentStatus>;

  /** Newest first. */
  getTransitions(
    entityRef: string,
    options?: { limit?: number; cursor?: string },
    request?: ElsaRequestOptions,
  ): Promise<{ items: HealthTransition[]; nextCursor?: string }>;

  getSloSeries(
    entityRef: string,
    slo: string,
    options?: SloSeriesOptions,
    request?: ElsaRequestOptions,
  ): Promise<SloSeries>;

  /** Collects now, once for all who ask at the same moment. */
  refreshEnvironment(
    entityRef: string,
    request?: ElsaRequestOptions,
  ): Promise<EnvironmentStatus>;

  getSources(request?: ElsaRequestOptions): Promise<{ items: SourceStatus[] }>;

  listUnregistered(
    request?: ElsaRequestOptions,
  ): Promise<{ items: UnregisteredEnvironment[] }>;
}
