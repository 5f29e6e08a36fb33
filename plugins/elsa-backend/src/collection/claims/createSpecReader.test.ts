import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEnvironment } from '../../__testUtils__/catalogEnvironment';
import { createSpecReader } from './createSpecReader';

const CATALOG =
  'url:https://git.example.com/payments/elsa/blob/main/catalog-info.yaml';
const environment = {
  ...catalogEnvironment({ name: 'payments' }),
  cluster: 'production-eu',
  namespace: 'payments',
  owner: 'group:default/payments',
  location: CATALOG,
};

function specText(changes: Record<string, unknown> = {}): string {
  return JSON.stringify({
    kind: 'ElsaEnvironment',
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'production-eu' },
    ...changes,
  });
}

function read(answer: string | Readable | Error, location?: string) {
  const urlReader = mockServices.urlReader.mock({
    readUrl: async () => {
      if (answer instanceof Error) throw answer;
      return answer instanceof Readable
        ? { buffer: () => buffer(answer), stream: () => answer }
        : { buffer: async () => Buffer.from(answer) };
    },
  });
  const readSpec = createSpecReader({
    urlReader,
    logger: mockServices.logger.mock(),
  });
  const asked = () => urlReader.readUrl.mock.calls.map(([url]) => url);
  return {
    result: readSpec({ ...environment, location: location ?? CATALOG }),
    asked,
  };
}

describe('createSpecReader', () => {
  it('should not be held up by a file of many keys', async () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}:`);
    const text = `${keys.join('\n')}\n${specText().slice(1, -1).replaceAll(/,"/g, '\n"').replaceAll('":', '": ')}`;
    expect(text.length).toBeLessThan(256 * 1024);
    await expect(read(text).result).resolves.toBe(true);
  });

  it('should read no more of a file than a spec can have', async () => {
    let given = 0;
    const stream = Readable.from(
      (function* endless() {
        for (;;) {
          given += 1024;
          yield Buffer.alloc(1024, ' ');
        }
      })(),
    );
    await expect(read(stream).result).resolves.toBe(false);
    expect(given).toBeLessThan(512 * 1024);
    expect(stream.destroyed).toBe(true);
    await expect(read(Readable.from([specText()])).result).resolves.toBe(true);
    await expect(read(' '.repeat(300 * 1024)).result).resolves.toBe(false);
  });

  it.each([
    [
      CATALOG,
      'https://git.example.com/payments/elsa/blob/main/.elsa/payments.yaml',
    ],
    [
      'url:https://dev.azure.com/o/p/_git/r?path=/x/catalog-info.yaml',
      'https://dev.azure.com/o/p/_git/r?path=%2Fx%2F.elsa%2Fpayments.yaml',
    ],
  ])(
    'should find the spec beside the catalog file %s',
    async (location, url) => {
      const { result, asked } = read(specText(), location);
      await expect(result).resolves.toBe(true);
      expect(asked()).toEqual([url]);
    },
  );

  it.each([
    ['another kind', specText({ kind: 'Component' })],
    ['another name', specText({ metadata: { name: 'orders' } })],
    ['another owner', specText({ owner: 'group:default/orders' })],
    ['no owner', specText({ owner: undefined })],
    ['another cluster', specText({ target: { cluster: 'staging-eu' } })],
    [
      'another namespace',
      specText({ target: { cluster: 'production-eu', namespace: 'orders' } }),
    ],
    ['no YAML', '{ a: ['],
    ['a list', '[]'],
    ['nothing', ''],
    ['more than a spec can have', `${specText()}${' '.repeat(300_000)}`],
    [
      'a YAML bomb',
      `a: &a [x, x]\n${Array.from({ length: 60 }, (_, n) => `b${n}: *a`).join('\n')}\n`,
    ],
  ])('should find no spec in a file with %s', async (_what, text) => {
    await expect(read(text).result).resolves.toBe(false);
  });

  it('should find no spec where the file does not exist, and know nothing where it cannot be read', async () => {
    await expect(read(new NotFoundError('gone')).result).resolves.toBe(false);
    await expect(read(new NotAllowedError('no')).result).resolves.toBe(
      undefined,
    );
    await expect(read(new Error('timeout')).result).resolves.toBe(undefined);
  });

  it.each(['', 'bootstrap:x', 'url:ftp://x/y', 'url:https://', 'url:/etc/x'])(
    'should ask nobody about the location %p',
    async location => {
      const { result, asked } = read(specText(), location);
      await expect(result).resolves.toBe(false);
      expect(asked()).toEqual([]);
    },
  );

  it("should believe entities from the portal's own disk", async () => {
    const { result, asked } = read(specText({ owner: 'x' }), 'file:/a/b.yaml');
    await expect(result).resolves.toBe(true);
    expect(asked()).toEqual([]);
  });
});
