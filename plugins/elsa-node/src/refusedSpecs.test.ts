import { createMockDirectory } from '@backstage/backend-test-utils';
import { generateIntoDirectory } from './shell/generateIntoDirectory';

const valid = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu' },
  exposure: { host: 'elsa.example.com' },
};

// What is refused, and why, is tested beside the rules in elsa-spec.
describe('specs that are refused', () => {
  const directory = createMockDirectory();

  it.each([
    [
      'a field that is wrong by itself',
      { owner: 'component:default/payments' },
    ],
    ['fields that do not fit together', { server: { replicas: 3 } }],
    [
      'a text with a credential',
      {
        metadata: { name: 'payments', description: 'Host=a;Password=hunter22' },
      },
    ],
  ])('should leave nothing behind for %s', async (_, change) => {
    directory.setContent({ repository: {} });
    await expect(
      generateIntoDirectory(
        { ...valid, ...change },
        { directory: directory.resolve('repository') },
      ),
    ).rejects.toThrow('The environment spec has 1 error:');
    expect(directory.content()).toEqual({ repository: {} });
  });
});
