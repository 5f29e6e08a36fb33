import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  SloSeries,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import express from 'express';
import request from 'supertest';
import { routerServices } from '../__testUtils__/routerServices';
import { createRouter } from './createRouter';

const SERIES = '/environments/component/default/payments/slos/success/series';

const source: SourceStatus = {
  id: 'kubernetes:production-eu',
  kind: 'kubernetes',
  name: 'production-eu',
  state: 'ok',
  lastSuccessAt: '2026-07-24T08:00:00.000Z',
};

const series: SloSeries = {
  slo: 'success',
  objective: 0.999,
  windowSeconds: 2_592_000,
  fromSeconds: 0,
  toSeconds: 60,
  stepSeconds: 60,
  sli: [[0, 1]],
  remaining: [[0, 0.5]],
  burnRate: [],
  traffic: [],
  incidents: [],
};

/** The API above services that answer what they are told to. */
function createApp(answers: { sources?: object; series?: object }) {
  return express()
    .use(
      createRouter({
        ...routerServices(),
        permissions: mockServices.permissions.mock({
          authorize: async () => [{ result: AuthorizeResult.ALLOW }],
        }),
        status: {
          get: async () => ({}),
          sources: async () => [answers.sources],
        } as never,
        refresh: {} as never,
        readers: { watch: () => undefined },
        sloSeries: { read: async () => answers.series as never },
        validatesResponses: true,
      }),
    )
    .use(mockErrorHandler());
}

describe('answers and openapi.yaml', () => {
  it('should agree', async () => {
    const app = createApp({ sources: source, series });
    const sources = await request(app).get('/sources').expect(200);
    expect(sources.body).toEqual({ items: [source] });
    const points = await request(app).get(SERIES).expect(200);
    expect(points.body).toEqual(series);
  });

  it.each([
    ['a field that is not described', { ...source, secret: 'x' }],
    ['a word that is not listed', { ...source, state: 'fine' }],
    ['a time that is none', { ...source, lastSuccessAt: 'yesterday' }],
    ['a field that is missing', { ...source, name: undefined }],
  ])('should be told apart by %s', async (_, sources) => {
    const { status } = await request(createApp({ sources })).get('/sources');
    expect(status).toBe(503);
  });

  it.each([[[0]], [[0, 1, 2]], [['0', 1]]])(
    'should be told apart by the point %j',
    async (...point) => {
      const app = createApp({ series: { ...series, sli: point } });
      const { status } = await request(app).get(SERIES);
      expect(status).toBe(503);
    },
  );
});
