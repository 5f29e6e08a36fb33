import type { Entity } from '@backstage/catalog-model';
import { ElsaEnvironmentProcessor } from './ElsaEnvironmentProcessor';

const environment: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments-production',
    annotations: {
      'elsa-portal.io/environment': 'payments-production',
      'backstage.io/kubernetes-cluster': 'production-eu',
      'backstage.io/kubernetes-namespace': 'payments-elsa',
    },
  },
  spec: {
    type: 'elsa-environment',
    lifecycle: 'production',
    owner: 'payments',
  },
};

const withAnnotations = (annotations: Record<string, string>): Entity => ({
  ...environment,
  metadata: { ...environment.metadata, annotations },
});

describe('ElsaEnvironmentProcessor', () => {
  const processor = new ElsaEnvironmentProcessor();

  it('should let a complete environment pass unchanged', async () => {
    await expect(processor.preProcessEntity(environment)).resolves.toBe(
      environment,
    );
  });

  it('should ignore entities that are not environments', async () => {
    const service = { ...withAnnotations({}), spec: { type: 'service' } };
    await expect(processor.preProcessEntity(service)).resolves.toBe(service);
    const system = { ...withAnnotations({}), kind: 'System' };
    await expect(processor.preProcessEntity(system)).resolves.toBe(system);
  });

  it('should name every missing annotation and its remedy at once', async () => {
    await expect(
      processor.preProcessEntity(withAnnotations({})),
    ).rejects.toThrow(
      /component:default\/payments-production.*elsa-portal\.io\/environment.* is missing: set it to the entity's name, "payments-production".*kubernetes-cluster.* is missing: .*clusterLocatorMethods.*kubernetes-namespace.* is missing/s,
    );
  });

  it('should refuse an environment annotation that differs from the name', async () => {
    await expect(
      processor.preProcessEntity(
        withAnnotations({
          ...environment.metadata.annotations,
          'elsa-portal.io/environment': 'payments-staging',
        }),
      ),
    ).rejects.toThrow(/is "payments-staging": set it to the entity's name/);
  });

  it.each(['Payments', 'a b', '../kube-system', 'x'.repeat(64), '-a'])(
    'should refuse the namespace %j',
    async namespace => {
      await expect(
        processor.preProcessEntity(
          withAnnotations({
            ...environment.metadata.annotations,
            'backstage.io/kubernetes-namespace': namespace,
          }),
        ),
      ).rejects.toThrow(/kubernetes-namespace'\] is .*at most 63 characters/);
    },
  );
});
