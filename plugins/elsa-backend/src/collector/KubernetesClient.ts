import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { z } from 'zod';
import type { CollectorConfig } from '../config';
import type { CollectorMetrics } from '../metrics';
import {
  readJson,
  stateOfConnectionFailure,
  toUpstreamError,
  UpstreamError,
} from '../upstream';

/** A cluster as the Kubernetes plugin presents it. */
export interface KubernetesCluster {
  name: string;
  title?: string;
  /** Only the browser of a signed-in user could get a credential for it. */
  needsSignIn: boolean;
}

export interface KubernetesRequest {
  cluster: string;
  /** Begins with a slash; every segment is encoded already. */
  path: string;
  query?: Record<string, string>;
  signal?: AbortSignal;
}

/** Reads clusters through the portal's own Kubernetes plugin. */
export interface KubernetesClient {
  /** @throws UpstreamError */
  listClusters(signal?: AbortSignal): Promise<KubernetesCluster[]>;
  /** @throws UpstreamError */
  get(request: KubernetesRequest): Promise<unknown>;
}

/** Auth providers of the Kubernetes plugin whose tokens come from the user's browser. */
const CLIENT_SIDE_PROVIDERS = new Set(['google', 'oidc', 'aks']);

const clustersSchema = z.object({
  items: z.array(
    z.object({
      name: z.string().min(1),
      title: z.string().optional(),
      authProvider: z.string().optional(),
    }),
  ),
});

const kubernetesStatusSchema = z.object({
  kind: z.literal('Status'),
  message: z.string().optional(),
});
const backstageErrorSchema = z.object({
  error: z.object({ name: z.string().optional(), message: z.string() }),
});

/**
 * The Kubernetes plugin's proxy lets service principals pass without a policy
 * decision and uses its own server-side credential for each cluster, so the
 * collector needs neither cluster configuration nor a user.
 */
export function createKubernetesClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  limits: Pick<CollectorConfig, 'requestTimeoutMs' | 'maxResponseBytes'>;
  metrics: Pick<CollectorMetrics, 'upstreamCall'>;
}): KubernetesClient {
  const { auth, discovery, limits, metrics } = options;

  async function read(
    subject: string,
    path: string,
    headers: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<unknown> {
    const { baseUrl, token } = await authorize(subject);
    return readJson({
      subject,
      url: `${baseUrl}${path}`,
      headers: { ...headers, authorization: `Bearer ${token}` },
      timeoutMs: limits.requestTimeoutMs,
      maxBytes: limits.maxResponseBytes,
      signal,
      describeError: describeKubernetesError,
      secrets: [token],
    });
  }

  async function authorize(
    subject: string,
  ): Promise<{ baseUrl: string; token: string }> {
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      return { baseUrl: await discovery.getBaseUrl('kubernetes'), token };
    } catch (error) {
      throw toUpstreamError(error, subject);
    }
  }

  return {
    async listClusters(signal) {
      const subject = 'The Kubernetes plugin';
      const answer = clustersSchema.safeParse(
        await read(subject, '/clusters', {}, signal),
      );
      if (!answer.success) {
        throw new UpstreamError(
          'invalid-response',
          `${subject} answered /clusters with something that is not a list of clusters`,
        );
      }
      return answer.data.items.map(({ name, title, authProvider }) => ({
        name,
        title,
        needsSignIn: CLIENT_SIDE_PROVIDERS.has(authProvider ?? ''),
      }));
    },

    async get({ cluster, path, query, signal }) {
      const parameters = new URLSearchParams(query ?? {}).toString();
      try {
        const answer = await read(
          `Cluster '${cluster}'`,
          `/proxy${path}${parameters && `?${parameters}`}`,
          { 'Backstage-Kubernetes-Cluster': cluster },
          signal,
        );
        metrics.upstreamCall('kubernetes', cluster, 'ok');
        return answer;
      } catch (error) {
        const failure = withProxyCause(
          toUpstreamError(error, `Cluster '${cluster}'`),
        );
        metrics.upstreamCall('kubernetes', cluster, failure.state);
        throw failure;
      }
    },
  };
}

/**
 * When the proxy cannot connect to a cluster it answers 500 and puts Node's
 * words for it into the message.
 */
function withProxyCause(error: UpstreamError): UpstreamError {
  if (error.status === 500 && /request error/.test(error.message)) {
    return new UpstreamError(
      stateOfConnectionFailure(error.message),
      error.message,
    );
  }
  return error;
}

function describeKubernetesError(body: string): string | undefined {
  try {
    const value: unknown = JSON.parse(body);
    const status = kubernetesStatusSchema.safeParse(value);
    if (status.success) {
      return status.data.message;
    }
    const backstage = backstageErrorSchema.safeParse(value);
    return backstage.success ? backstage.data.error.message : undefined;
  } catch {
    return undefined;
  }
}
