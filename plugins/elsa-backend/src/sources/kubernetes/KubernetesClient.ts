import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { z } from 'zod';
import type { CollectorConfig } from '../../config';
import {
  isLostConnection,
  type OwnDelay,
  parseWithout,
  readJson,
  stateOfConnectionFailure,
  toUpstreamError,
  UpstreamError,
} from '../http';
import type { CollectedKind } from './kinds';
import { UNREAD_FIELDS } from './unreadFields';

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
  /** Absent when it is about the cluster as a whole. */
  kind?: CollectedKind;
  signal?: AbortSignal;
}

/** Reads objects of clusters. */
export interface ClusterApi {
  /** @throws UpstreamError */
  get(request: KubernetesRequest): Promise<unknown>;
}

/** Address of the Kubernetes plugin and a token for it. */
export interface ClusterApiAccess {
  baseUrl: string;
  token: string;
}

/** The portal's own Kubernetes plugin. */
export interface KubernetesClient {
  /** @throws UpstreamError */
  listClusters(signal?: AbortSignal): Promise<KubernetesCluster[]>;
  /**
   * One token is enough for all requests of a collection, which ends long
   * before the token does.
   *
   * @throws UpstreamError
   */
  authorize(): Promise<ClusterApiAccess>;
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

const PLUGIN = 'The Kubernetes plugin';

export function createKubernetesClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  limits: Pick<CollectorConfig, 'requestTimeoutMs' | 'maxResponseBytes'>;
  /** Credentials that an answer may repeat. */
  secrets?: readonly string[];
  delay?: OwnDelay;
}): KubernetesClient {
  const { auth, discovery, limits, delay, secrets = [] } = options;

  async function authorize(): Promise<ClusterApiAccess> {
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'kubernetes',
      });
      return { baseUrl: await discovery.getBaseUrl('kubernetes'), token };
    } catch (error) {
      throw toUpstreamError(error, PLUGIN);
    }
  }

  return {
    authorize,
    async listClusters(signal) {
      const { baseUrl, token } = await authorize();
      const answer = clustersSchema.safeParse(
        await readJson({
          subject: PLUGIN,
          url: `${baseUrl}/clusters`,
          headers: { authorization: `Bearer ${token}` },
          timeoutMs: limits.requestTimeoutMs,
          maxBytes: limits.maxResponseBytes,
          delay,
          signal,
          describeError: describeKubernetesError,
          secrets: [...secrets, token],
        }),
      );
      if (!answer.success) {
        throw new UpstreamError(
          'invalid-response',
          `${PLUGIN} answered /clusters with something that is not a list of clusters`,
        );
      }
      return answer.data.items.map(({ name, title, authProvider }) => ({
        name,
        title,
        needsSignIn: CLIENT_SIDE_PROVIDERS.has(authProvider ?? ''),
      }));
    },
  };
}

/**
 * The Kubernetes plugin's proxy lets service principals pass without a policy
 * decision and uses its own server-side credential for each cluster, so the
 * collector needs neither cluster configuration nor a user.
 */
export function createClusterApi(options: {
  access: ClusterApiAccess;
  limits: Pick<CollectorConfig, 'requestTimeoutMs' | 'maxResponseBytes'>;
  delay?: OwnDelay;
  /** Credentials that an answer may repeat, besides the one of this access. */
  secrets: readonly string[];
  /** Told how each request ended. */
  onCall: (state: SourceState) => void;
}): ClusterApi {
  const { access, limits, delay, onCall } = options;
  const secrets = [...options.secrets, access.token];
  return {
    async get({ cluster, path, query, signal }) {
      const parameters = new URLSearchParams(query ?? {}).toString();
      const subject = `Cluster '${cluster}'`;
      const ask = () =>
        readJson({
          subject,
          url: `${access.baseUrl}/proxy${path}${parameters && `?${parameters}`}`,
          headers: {
            'Backstage-Kubernetes-Cluster': cluster,
            authorization: `Bearer ${access.token}`,
          },
          timeoutMs: limits.requestTimeoutMs,
          maxBytes: limits.maxResponseBytes,
          delay,
          signal,
          describeError: describeKubernetesError,
          secrets,
          parse: body => parseWithout(body, UNREAD_FIELDS),
        });
      try {
        const answer = await ask().catch(error => {
          if (isProxyFailure(error) && isLostConnection(error)) {
            return ask();
          }
          throw error;
        });
        onCall('ok');
        return answer;
      } catch (error) {
        const failure = withProxyCause(toUpstreamError(error, subject));
        onCall(failure.state);
        throw failure;
      }
    },
  };
}

function isProxyFailure(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    error.status === 500 &&
    /request error/.test(error.message)
  );
}

/**
 * When the proxy cannot connect to a cluster it answers 500 and puts Node's
 * words for it into the message.
 */
function withProxyCause(error: UpstreamError): UpstreamError {
  if (isProxyFailure(error)) {
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
