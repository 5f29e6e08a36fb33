import { audited } from './audited';
import type { ElsaRouter } from './ElsaRouter';
import { entityRefOf } from './entityRefOf';
import type { RouterOptions } from './RouterOptions';

const ENVIRONMENT = '/environments/:kind/:namespace/:name';

/** Reading of environments: the list, and one of them. */
export function addEnvironmentRoutes(
  router: ElsaRouter,
  { httpAuth, auditor, status, readers }: RouterOptions,
): void {
  router.get('/environments', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const since = Date.now();
    const list = await audited(
      auditor,
      { eventId: 'environment-fetch', request, meta: { queryType: 'list' } },
      () => status.list(credentials, request.query),
    );
    const changeKey = readers.watch(credentials, { since });
    response.json({ ...list, changeKey });
  });

  router.get(ENVIRONMENT, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const entityRef = entityRefOf(request);
    const since = Date.now();
    const found = await audited(
      auditor,
      {
        eventId: 'environment-fetch',
        request,
        meta: { queryType: 'by-entity', entityRef },
      },
      () => status.get(credentials, entityRef),
    );
    const changeKey = readers.watch(credentials, {
      entityRef: found.entityRef,
      since,
    });
    response.json({ ...found, changeKey });
  });
}

/** Reading of what an environment was like before. */
export function addHistoryRoutes(
  router: ElsaRouter,
  { httpAuth, auditor, status, sloSeries }: RouterOptions,
): void {
  router.get(`${ENVIRONMENT}/transitions`, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const entityRef = entityRefOf(request);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'environment-fetch',
          request,
          meta: { queryType: 'transitions', entityRef },
        },
        () => status.transitions(credentials, entityRef, request.query),
      ),
    );
  });

  router.get(`${ENVIRONMENT}/slos/:slo/series`, async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    const entityRef = entityRefOf(request);
    response.json(
      await audited(
        auditor,
        {
          eventId: 'environment-fetch',
          request,
          meta: { queryType: 'slo-series', entityRef },
        },
        async () =>
          sloSeries.read(
            await status.get(credentials, entityRef),
            request.params.slo,
            request.query,
          ),
      ),
    );
  });
}
