import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Services } from '../createServices';
import { publicError } from '../api/publicError';
import { registerExplainHealth } from './explainHealth';
import { registerGetEnvironmentStatus } from './getEnvironmentStatus';
import { registerListEnvironments } from './listEnvironments';

/** Read-only actions for assistants and templates, with the caller's rights. */
export function registerActions(
  registry: ActionsRegistryService,
  services: Pick<Services, 'status'>,
  logger: LoggerService,
): void {
  const guarded: ActionsRegistryService = {
    register: options =>
      registry.register({
        ...options,
        action: async context => {
          try {
            return await options.action(context);
          } catch (error) {
            throw publicError(error, logger);
          }
        },
      }),
  };
  registerListEnvironments(guarded, services);
  registerGetEnvironmentStatus(guarded, services);
  registerExplainHealth(guarded, services);
}
