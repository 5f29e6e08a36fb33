import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { Services } from '../createServices';
import { registerExplainHealth } from './explainHealth';
import { registerGetEnvironmentStatus } from './getEnvironmentStatus';
import { registerListEnvironments } from './listEnvironments';

/** Read-only actions for assistants and templates, with the caller's rights. */
export function registerActions(
  registry: ActionsRegistryService,
  services: Pick<Services, 'status'>,
): void {
  registerListEnvironments(registry, services);
  registerGetEnvironmentStatus(registry, services);
  registerExplainHealth(registry, services);
}
