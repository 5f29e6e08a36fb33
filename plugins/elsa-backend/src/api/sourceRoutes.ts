import { NotAllowedError } from '@backstage/errors';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { elsaUnregisteredReadPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import { audited } from './audited';
import type { ElsaRouter } from './ElsaRouter';
import type { RouterOptions } from './RouterOptions';

/** What is read, and what was found that the catalog does not know. */
export function addSourceRoutes(
  router: ElsaRouter,
  options: RouterOptions,
): void {
  const { httpAuth, auditor, status } = options;

  router.get('/sources', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const items = await audited(
      auditor,
      { eventId: 'source-fetch', request },
      async () =>
        status.sources(credentials, {
          includeAll: await mayReadUnregistered(options, credentials),
        }),
    );
    response.json({ items });
  });

  router.get('/unregistered', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const items = await audited(
      auditor,
      { eventId: 'unregistered-fetch', request },
      async () => {
        if (!(await mayReadUnregistered(options, credentials))) {
          throw new NotAllowedError(
            `Reading unregistered environments needs the permission ${elsaUnregisteredReadPermission.name}`,
          );
        }
        return status.unregistered();
      },
    );
    response.json({ items });
  });
}

async function mayReadUnregistered(
  { permissions }: RouterOptions,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const [{ result }] = await permissions.authorize(
    [{ permission: elsaUnregisteredReadPermission }],
    { credentials },
  );
  return result === AuthorizeResult.ALLOW;
}
