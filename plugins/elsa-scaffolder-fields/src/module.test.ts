import elsaScaffolderModule from '.';
import { backstage } from '../package.json';

describe('elsaScaffolderModule', () => {
  it('should be found by apps that discover features', () => {
    // They load the default export of packages with this role.
    expect(backstage.role).toBe('frontend-plugin-module');
    expect(elsaScaffolderModule).toMatchObject({
      $$type: '@backstage/FrontendModule',
      pluginId: backstage.pluginId,
    });
  });
});
