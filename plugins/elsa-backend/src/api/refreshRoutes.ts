import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { TooManyRefreshesError } from '../access/CallerRateLimit';
import { audited } from './audited';
import type { ElsaRouter } from './ElsaRouter';
import { entityRefOf } from './entityRefOf';
import type { RouterOptions } from './RouterOptions';

/** The one request that causes calls to clusters. */
export function addRefreshRoutes(
  router: ElsaRouter,
  { httpAuth, auditor, refresh, readers }: RouterOptions,
): void {
  router.post(
    '/environments/:kind/:namespace/:name/refresh',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const entityRef = entityRefOf(request);
      try {
        const since = Date.now();
        const found = await audited(
          auditor,
          {
            eventId: 'environment-refresh',
            severityLevel: 'medium',
            request,
            meta: { entityRef },
          },
          () => refresh.refresh(credentials, callerOf(credentials), entityRef),
        );
        const changeKey = readers.watch(credentials, {
          entityRef: found.entityRef,
          since,
        });
        response.json({ ...found, changeKey });
      } catch (error) {
        if (!(error instanceof TooManyRefreshesError)) {
          throw error;
        }
        response
          .status(429)
          .set('Retry-After', String(error.retryAfterSeconds))
          .json({
            error: { name: error.name, message: error.message },
            response: { statusCode: 429 },
          });
      }
    },
  );
}

/** Who asks, for the rate limit. */
function callerOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
}
