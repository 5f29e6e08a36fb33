import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  ForwardedError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import { Router, type Request, type Response } from 'express';

export interface ClusterDouble {
  name: string;
  url: string;
  authProvider?: string;
}

/**
 * Routes of the Kubernetes plugin, whose proxy cannot run inside Jest (it
 * imports ES modules at run time). Statuses, bodies and headers are those of
 * its version 0.21.11: what the cluster answers is handed on, a connection
 * that fails becomes a 500 with the cause in its message.
 */
export function kubernetesRoutes(
  clusters: Map<string, ClusterDouble>,
  authenticate: (request: Request) => Promise<unknown> = async () => {},
): Router {
  const router = Router();
  router.get('/clusters', (_request, response) => {
    response.json({
      items: [...clusters.values()].map(({ name, authProvider }) => ({
        name,
        authProvider: authProvider ?? 'serviceAccount',
      })),
    });
  });
  router.use('/proxy', (request, response, next) => {
    authenticate(request)
      .then(() => forward(clusters, request, response))
      .catch(next);
  });
  return router;
}

/** The same routes as a plugin that lets services alone use its proxy. */
export function kubernetesPluginDouble(clusters: Map<string, ClusterDouble>) {
  return createBackendPlugin({
    pluginId: 'kubernetes',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpRouter, httpAuth }) {
          httpRouter.use(
            kubernetesRoutes(clusters, request =>
              httpAuth.credentials(request, { allow: ['service'] }),
            ),
          );
        },
      });
    },
  });
}

function forward(
  clusters: Map<string, ClusterDouble>,
  request: Request,
  response: Response,
): void {
  const name = request.header('Backstage-Kubernetes-Cluster') ?? '';
  const cluster = clusters.get(name);
  if (!cluster) {
    throw new NotFoundError(`Cluster '${name}' not found`);
  }
  const target = new URL(cluster.url);
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = send(
    {
      host: target.hostname,
      port: target.port,
      method: request.method,
      path: request.url,
      headers: {
        ...request.headers,
        host: target.host,
        authorization: 'Bearer secret-token',
      },
    },
    answer => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.on('error', error => response.destroy(error));
      answer.pipe(response);
    },
  );
  upstream.on('error', error => {
    if (response.headersSent) {
      response.destroy(error);
      return;
    }
    const wrapped = new ForwardedError(
      `Cluster '${name}' request error`,
      error,
    );
    response.status(500).json({
      error: serializeError(wrapped),
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode: 500 },
    });
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
