import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ElsaEnvironmentProcessor } from './ElsaEnvironmentProcessor';
import { catalogModuleElsa } from './module';

describe('catalogModuleElsa', () => {
  it('should add the processor to the catalog', async () => {
    const addProcessor = jest.fn();
    await startTestBackend({
      extensionPoints: [[catalogProcessingExtensionPoint, { addProcessor }]],
      features: [catalogModuleElsa, mockServices.rootConfig.factory()],
    });
    expect(addProcessor).toHaveBeenCalledTimes(1);
    expect(addProcessor).toHaveBeenCalledWith(
      expect.any(ElsaEnvironmentProcessor),
    );
  });
});
