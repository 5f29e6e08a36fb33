import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import type { StoredEnvironment, StoredSource } from '../model';
import { EnvironmentIndex } from './EnvironmentIndex';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

const source = (name: string, secondsOld: number): StoredSource => ({
  id: name,
  kind: name.startsWith('kubernetes') ? 'kubernetes' : 'prometheus',
  name: name.slice(name.indexOf(':') + 1),
  state: 'ok',
  lastDataAt: ago(secondsOld),
});

const catalog = catalogEnvironment({ name: 'payments' });
const stored = {
  entityRef: catalog.entityRef,
  catalog,
  cluster: {
    health: { status: 'Healthy', isPartial: false, reasons: [] },
    components: [],
    storage: [],
    certificates: [],
    backups: [],
  },
  metrics: {
    evaluatedAt: ago(10),
    sources: ['prometheus:a', 'prometheus:b'],
    alerts: [],
    slos: [
      {
        name: 'availability',
        state: 'burning-fast',
        remaining: 0.4,
        burnRates: { '1h': 20 },
        exhaustionSeconds: null,
      },
    ],
    volumes: {},
  },
  health: 'Healthy',
  isPartial: false,
  collectedAt: ago(10),
  claim: { state: 'granted' },
  changeKey: 'key',
  revision: 1,
} as unknown as StoredEnvironment;

async function sloOf(sources: StoredSource[]) {
  const index = new EnvironmentIndex({
    stores: {
      environments: {
        readChanges: async () => ({
          revision: 1,
          changed: [stored],
          deleted: [],
        }),
      },
      sources: { list: async () => sources },
    } as unknown as ConstructorParameters<typeof EnvironmentIndex>[0]['stores'],
    staleAfterMs: 120_000,
    metricsSourceIds: () => [
      'prometheus:a',
      'prometheus:b',
      'alertmanager:main',
    ],
    now: () => NOW,
  });
  const { summaries } = await index.snapshot();
  const [{ slos }] = await index.watched();
  return [summaries[0].slo?.state, slos[0].state];
}

describe('EnvironmentIndex', () => {
  const cluster = source('kubernetes:production-eu', 10);

  it('should keep an SLO while one of two Prometheus servers answers', async () => {
    const halves: Array<[number, number]> = [
      [10, 600],
      [600, 10],
    ];
    for (const [a, b] of halves) {
      expect(
        await sloOf([
          cluster,
          source('prometheus:a', a),
          source('prometheus:b', b),
        ]),
      ).toEqual(['burning-fast', 'burning-fast']);
    }
  });

  it('should have no data of an SLO when both are silent, whatever Alertmanager says', async () => {
    expect(
      await sloOf([
        cluster,
        source('prometheus:a', 600),
        source('prometheus:b', 600),
        source('alertmanager:main', 1),
      ]),
    ).toEqual(['no-data', 'no-data']);
  });
});
