import { hashBlob } from '../git/fileTree';
import { ownersOfPush } from './ownersOfPush';
import { readClaims } from './readClaims';

const file = (path: string, content: string) => ({ path, content });

const gitFile = (path: string, text: string) => {
  const content = Buffer.from(text);
  return { path, mode: '100644' as const, content, oid: hashBlob(content) };
};

const entity = (
  name: string,
  owner: string,
  environment = name,
) => `kind: Component
metadata:
  name: ${name}
  annotations: { elsa-portal.io/environment: ${environment} }
spec: { type: elsa-environment, owner: ${owner} }
`;

const OWNED = gitFile('.elsa/a.yaml', 'owner: payments\n');

describe('readClaims', () => {
  it.each([
    ['.elsa/a.yaml', 'owner: payments\n'],
    ['.elsa/a.yaml', 'x: &o payments\nowner: *o\n'],
    ['environments/a/values.yaml', 'environment: { owner: group:payments }\n'],
    ['catalog-info.yaml', entity('a', 'Payments')],
    [
      'argocd/a.yaml',
      'metadata: { annotations: { elsa-portal.io/owner: group:default/payments } }\n',
    ],
    [
      'k8s/base/a/server.yaml',
      'kind: A\n---\nspec: [{ template: { "elsa-portal\\u002eio/owner": payments } }]\n',
    ],
  ])('should find the owner in %s', (path, content) => {
    expect(readClaims([file(path, content)])).toMatchObject([
      { owners: ['group:default/payments'], environment: 'a' },
    ]);
  });

  it.each([
    ['.elsa/a.yaml', 'owner: payments\nowner: orders\n'],
    ['catalog-info.yaml', '{'],
  ])('should not guess at %s with %j', (path, content) => {
    expect(() => readClaims([file(path, content)])).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});

describe('ownersOfPush', () => {
  it('should name the owners before and after, and nobody whose part stays', () => {
    const old = gitFile(
      'catalog-info.yaml',
      `${entity('a', 'payments')}---\n${entity('b', 'orders')}---\n${entity('c', 'billing')}`,
    );
    const changed = gitFile(
      'catalog-info.yaml',
      `${entity('b', 'orders')}---\n${entity('c', 'platform')}---\n${entity('d', 'user:guest')}`,
    );
    expect(ownersOfPush({ files: [changed], replaced: [old] })).toEqual([
      'group:default/platform',
      'group:default/billing',
      'user:default/guest',
      // Left out of the new file, and so taken from its owner.
      'group:default/payments',
    ]);
  });

  it('should name everybody where nothing is known of the repository', () => {
    expect(
      ownersOfPush({
        files: [
          OWNED,
          gitFile('argocd/a.yaml', 'x: { elsa-portal.io/owner: orders }'),
        ],
        replaced: [],
      }),
    ).toEqual(['group:default/payments', 'group:default/orders']);
  });

  it('should leave the files of other software alone', () => {
    expect(
      ownersOfPush({
        files: [
          gitFile('catalog-info.yaml', 'kind: API\nspec: { owner: orders }\n'),
          gitFile('environments/a/values.yaml', '{{ template }}: {'),
        ],
        replaced: [],
      }),
    ).toEqual([]);
  });
});
