import fc from 'fast-check';
import { evaluateEnvironment } from './evaluateEnvironment';

const now = Date.parse('2026-11-22T20:00:00Z');
const fresh = {
  id: 'kubernetes:production-eu',
  kind: 'kubernetes',
  name: 'production-eu',
  state: 'ok',
  lastSuccessAt: '2026-11-22T19:59:40Z',
} as const;

describe('evaluateEnvironment', () => {
  it('should call an environment without objects Missing', () => {
    expect(
      evaluateEnvironment({
        name: 'payments',
        objects: [],
        now,
        sources: [fresh],
      }).health,
    ).toMatchObject({
      status: 'Missing',
      isPartial: false,
      reasons: [{ code: 'Missing', runbook: 'missing-objects' }],
    });
  });

  it('should not throw on objects that are anything', () => {
    const kinds = [
      ['apps/v1', 'Deployment'],
      ['v1', 'Pod'],
      ['autoscaling/v1', 'HorizontalPodAutoscaler'],
      ['batch/v1', 'CronJob'],
      ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
      ['postgresql.cnpg.io/v1', 'Cluster'],
    ] as const;
    const odd = fc.oneof(
      fc.anything(),
      fc
        .tuple(
          fc.constantFrom(...kinds),
          fc.record(
            {
              metadata: fc.anything(),
              spec: fc.anything(),
              status: fc.dictionary(
                fc.constantFrom('conditions', 'phase', 'containerStatuses'),
                fc.anything(),
              ),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([[apiVersion, kind], rest]) => ({ apiVersion, kind, ...rest })),
    );
    fc.assert(
      fc.property(fc.array(odd), objects => {
        const { health } = evaluateEnvironment({
          name: 'payments',
          objects,
          now,
          sources: [fresh],
        });
        expect(health.status).not.toBe('Healthy');
      }),
    );
  });
});
