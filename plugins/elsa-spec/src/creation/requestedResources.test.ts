import { resolveEnvironment } from '../environment/resolve';
import { sumRequestedResources } from './requestedResources';

const GIB = 2 ** 30;
const MIB = 2 ** 20;

const base = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  target: { cluster: 'production-eu' },
  exposure: { host: 'elsa.example.com' },
};

describe('sumRequestedResources', () => {
  it('should add up the requests of a small development environment', () => {
    const { components, total, maximum } = sumRequestedResources(
      resolveEnvironment({ ...base, preset: 'development' }),
    );
    expect(components.map(({ component, pods }) => [component, pods])).toEqual([
      ['server', 1],
      ['studio', 1],
      ['database', 1],
    ]);
    expect(total).toEqual({
      pods: 3,
      cpuCores: 0.55,
      memoryBytes: (768 + 192 + 512) * MIB,
      storageBytes: 10 * GIB,
    });
    expect(maximum).toEqual(total);
  });

  it('should count every instance of a database cluster and its volumes', () => {
    const { components } = sumRequestedResources(
      resolveEnvironment({
        ...base,
        preset: 'production',
        database: { mode: 'cloudnativepg', instances: 3 },
      }),
    );
    expect(components.find(c => c.component === 'database')).toMatchObject({
      pods: 3,
      cpuCores: 1.5,
      memoryBytes: 3 * GIB,
      storageBytes: 150 * GIB,
    });
  });

  it('should show what an autoscaler may add', () => {
    const { total, maximum } = sumRequestedResources(
      resolveEnvironment({
        ...base,
        host: {
          profile: 'clustered',
          server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
        },
        server: {
          autoscaling: { enabled: true, minReplicas: 2, maxReplicas: 6 },
        },
      }),
    );
    expect(maximum.pods - total.pods).toBe(4);
    expect(maximum.cpuCores - total.cpuCores).toBeCloseTo(1);
    expect(maximum.memoryBytes - total.memoryBytes).toBe(4 * 768 * MIB);
    expect(maximum.storageBytes).toBe(total.storageBytes);
  });

  it('should ask for no pod of an external database and for the volume of SQLite', () => {
    const external = sumRequestedResources(
      resolveEnvironment({
        ...base,
        database: { mode: 'external', external: { host: 'db.example.com' } },
      }),
    );
    expect(external.components.map(c => c.component)).toEqual([
      'server',
      'studio',
    ]);
    const sqlite = sumRequestedResources(
      resolveEnvironment({
        ...base,
        database: { provider: 'sqlite', storage: { size: '2Gi' } },
      }),
    );
    expect(sqlite.total).toMatchObject({ pods: 2, storageBytes: 2 * GIB });
  });
});
