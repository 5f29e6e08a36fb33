import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { ElsaEndpointMap } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { NextFunction, Request, Response, Router } from 'express';
import { addEnvironmentRoutes, addHistoryRoutes } from './environmentRoutes';
import { loadOpenApi } from './loadOpenApi';
import { publicError } from './publicError';
import { addRefreshRoutes } from './refreshRoutes';
import type { RouterOptions } from './RouterOptions';
import { addSourceRoutes } from './sourceRoutes';

/** The status API, whose requests are checked against its description. */
export function createRouter(options: RouterOptions): Router {
  const router =
    createValidatedOpenApiRouterFromGeneratedEndpointMap<ElsaEndpointMap>(
      loadOpenApi(),
      {
        validatorOptions: {
          // Who calls is settled by the backend's own services.
          validateSecurity: false,
          validateResponses: options.validatesResponses ?? false,
        },
      },
    );
  addEnvironmentRoutes(router, options);
  addHistoryRoutes(router, options);
  addRefreshRoutes(router, options);
  addSourceRoutes(router, options);
  router.use(
    (error: unknown, _: Request, _response: Response, next: NextFunction) =>
      next(publicError(error, options.logger)),
  );
  return router;
}
