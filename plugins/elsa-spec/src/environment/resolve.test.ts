import { EnvironmentSpecError } from '../issues/errors';
import { environmentSpecJsonSchema } from './jsonSchema';
import {
  checkEnvironmentSpec,
  draftEnvironment,
  resolveEnvironment,
} from './resolve';

const smallest = {
  apiVersion: 'elsa-portal.io/v1alpha1',
  kind: 'ElsaEnvironment',
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: {
    kind: 'gateway',
    hosts: { server: 'elsa-api.example.com', studio: 'elsa.example.com' },
  },
};

describe('resolveEnvironment', () => {
  it('should accept the smallest spec of the design', () => {
    const spec = resolveEnvironment(smallest).spec;
    expect(spec.metadata.title).toBe('payments-production');
    expect(spec.system).toBe('system:default/payments');
    expect(spec.lifecycle).toBe('production');
    expect(spec.size).toBe('medium');
    expect(spec.server.replicas).toBe(1);
    expect(spec.studio.replicas).toBe(2);
    expect(spec.database).toMatchObject({
      provider: 'postgresql',
      mode: 'cloudnativepg',
      instances: 3,
      version: '17',
    });
    expect(spec.host.server).toEqual({
      repository: 'docker.io/elsaworkflows/elsa-server-app',
      tag: '3.9.0',
      digest: undefined,
    });
    expect(spec.exposure.tls.source).toBe('edge');
    expect(spec.slos.map(slo => slo.name)).toEqual(['availability']);
  });

  it.each(['development', 'staging', 'production'])(
    'should accept name, owner, cluster and one host name with preset %s',
    preset => {
      const spec = resolveEnvironment({
        metadata: { name: 'orders' },
        owner: 'orders',
        preset,
        target: { cluster: 'eu' },
        exposure: { host: 'elsa.example.com' },
      }).spec;
      expect(spec.owner).toBe('group:default/orders');
      expect(spec.target.namespace).toBe('orders');
      expect(spec.exposure.hosts).toEqual({
        server: 'elsa-api.example.com',
        studio: 'elsa.example.com',
      });
    },
  );

  it('should give a clustered host replicas, shared locks and pools that fit', () => {
    const spec = resolveEnvironment({
      ...smallest,
      host: {
        profile: 'clustered',
        server: { repository: 'ghcr.io/acme/elsa-host', tag: '1.4.0' },
      },
    }).spec;
    expect(spec.server.autoscaling).toMatchObject({
      enabled: true,
      minReplicas: 3,
      maxReplicas: 6,
    });
    expect(spec.server.locks).toBe('postgresql');
  });

  it('should take what the spec states over size, preset and profile', () => {
    const spec = resolveEnvironment({
      ...smallest,
      size: 'large',
      studio: { replicas: 1 },
      database: { storage: { size: '33Gi' } },
    }).spec;
    expect(spec.studio.replicas).toBe(1);
    expect(spec.database.storage.size).toBe('33Gi');
    expect(spec.server.resources.requests?.cpu).toBe('1');
  });

  it('should use an external database as soon as one is named', () => {
    const spec = resolveEnvironment({
      ...smallest,
      database: { external: { host: 'db.example.com' } },
    }).spec;
    expect(spec.database.mode).toBe('external');
    expect(spec.backup.enabled).toBe(false);
  });

  it('should report everything at once, each with field, value and remedy', () => {
    const spec = {
      ...smallest,
      metadata: { name: 'Payments_Production' },
      exposure: { hosts: { server: 'a.example.com', studio: 'a.example.com' } },
      server: { replicas: 3, resources: { limits: { memory: '1.5GB' } } },
      databse: {},
    };
    const { issues } = checkEnvironmentSpec(spec);
    expect(issues.map(issue => issue.path).sort()).toEqual([
      'databse',
      'exposure.hosts.studio',
      'metadata.name',
      'server.replicas',
      'server.resources.limits.memory',
    ]);
    expect(issues.every(issue => issue.message && issue.remedy)).toBe(true);
    expect(() => resolveEnvironment(spec).spec).toThrow(EnvironmentSpecError);
    expect(() => resolveEnvironment(spec).spec).toThrow(
      /5 errors.*metadata\.name = "Payments_Production": /s,
    );
  });

  it('should still check the rest when required fields are missing', () => {
    const { issues } = checkEnvironmentSpec({ preset: 'production' });
    expect(issues.map(issue => issue.path)).toEqual([
      'metadata',
      'owner',
      'target',
      'exposure.hosts.server',
      'exposure.hosts.studio',
    ]);
  });

  it('should not change its input', () => {
    const copy = structuredClone(smallest);
    resolveEnvironment(smallest);
    expect(smallest).toEqual(copy);
  });

  it('should derive a JSON schema that is closed', () => {
    const schema = environmentSpecJsonSchema();
    expect(schema).toMatchObject({
      additionalProperties: false,
      required: ['metadata', 'owner', 'target'],
    });
  });
});

describe('draftEnvironment', () => {
  it('should make every choice although fields are missing or wrong', () => {
    const spec = draftEnvironment({
      preset: 'production',
      exposure: { host: 'not a host' },
      backup: { schedule: 'never', retentionDays: 5 },
      server: { replicas: 3 },
    }).spec;
    expect(spec).toMatchObject({
      backup: { schedule: '15 2 * * *', retentionDays: 5, enabled: true },
      database: { mode: 'cloudnativepg' },
      server: { replicas: 3 },
    });
  });

  it.each([undefined, 'text', [], { nothing: 1 }])(
    'should give the defaults for %j',
    input => {
      expect(draftEnvironment(input).spec.host.profile).toBe('official');
    },
  );
});

describe('sealed values', () => {
  it('should never be repeated, as somebody may have pasted the secret', () => {
    const { issues } = checkEnvironmentSpec({
      metadata: { name: 'payments' },
      owner: 'group:default/payments',
      target: { cluster: 'production-eu' },
      exposure: { host: 'elsa.example.com' },
      secrets: {
        kind: 'sealed-secrets',
        sealed: { server: { 'signing-key': 'hunter2-hunter2' } },
      },
    });
    expect(issues).toContainEqual(
      expect.objectContaining({
        path: 'secrets.sealed.server["signing-key"]',
        message: 'This is not what kubeseal prints.',
      }),
    );
    expect(JSON.stringify(issues)).not.toContain('hunter2');
  });
});
