import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { elsaPermissions } from '@elsa-portal/backstage-plugin-elsa-common';
import { registerActions } from './actions';
import { readElsaConfig } from './config';
import { createServices } from './createServices';
import { createRouter } from './api';

/**
 * Collects the state of Elsa environments and serves it at `/api/elsa`.
 *
 * @public
 */
export const elsaPlugin = createBackendPlugin({
  pluginId: 'elsa',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({ permissionsRegistry, httpRouter, lifecycle, ...deps }) {
        permissionsRegistry.addPermissions(elsaPermissions);
        const services = await createServices({
          ...deps,
          config: readElsaConfig(deps.config),
        });
        registerActions(deps.actionsRegistry, services, deps.logger);
        httpRouter.use(createRouter({ ...deps, ...services }));
        lifecycle.addStartupHook(() => services.start());
        lifecycle.addShutdownHook(() => services.stop());
      },
    });
  },
});
