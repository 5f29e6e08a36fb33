import { createMockDirectory } from '@backstage/backend-test-utils';
import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { generateIntoDirectory } from './shell/generateIntoDirectory';
import { badSpecs } from './testing/badSpecs';

const valid = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu' },
  exposure: { host: 'elsa.example.com' },
};

describe('bad specs', () => {
  const directory = createMockDirectory();

  it('should be made from a valid one', () => {
    expect(checkEnvironmentSpec(valid).issues).toEqual([]);
    expect(badSpecs.length).toBeGreaterThanOrEqual(60);
  });

  it.each(badSpecs)(
    'should refuse $title',
    async ({ change, path, value, remedy }) => {
      const spec = { ...valid, ...change };
      directory.setContent({ repository: {} });

      await expect(
        generateIntoDirectory(spec, {
          directory: directory.resolve('repository'),
        }),
      ).rejects.toThrow('The environment spec has');

      const { issues } = checkEnvironmentSpec(spec);
      const issue = issues.find(candidate => candidate.path === path);
      expect({ path, issues, found: issue !== undefined }).toMatchObject({
        found: true,
      });
      expect(issue?.value).toEqual(value);
      expect(issue?.remedy).toMatch(remedy);
      expect(issue?.message).not.toBe('');
      expect(directory.content()).toEqual({ repository: {} });
    },
  );
});
