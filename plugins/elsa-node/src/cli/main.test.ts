import { promises as fs } from 'fs';
import path from 'path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { findTemplateDirectory } from '../template/templateDirectory';
import { main } from './main';
import { EXIT_CODES } from './exitCodes';

const spec = `
metadata: { name: payments }
owner: group:default/payments
preset: development
target: { cluster: eu }
exposure: { host: elsa.example.com }
`;

async function run(...args: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await main(args, {
    out: text => out.push(text),
    error: text => error.push(text),
  });
  return { code, out: out.join(''), error: error.join('') };
}

// The first generation compiles the chart's schema.
jest.setTimeout(120_000);

describe('elsa-manifests', () => {
  const directory = createMockDirectory();
  const file = () => directory.resolve('spec.yaml');
  const repository = () => directory.resolve('repository');

  it('should generate, and change nothing the second time', async () => {
    directory.setContent({ 'spec.yaml': spec });
    const first = await run('generate', file(), '--out', repository());
    expect(first.error).toBe('');
    expect(first.code).toBe(EXIT_CODES.ok);
    expect(first.out).toContain('+ README.md');
    const second = await run('generate', file(), '--out', repository());
    expect(second.out).toMatch(/payments: 0 created, 0 changed/);
  });

  it('should write nothing in a dry run', async () => {
    directory.setContent({ 'spec.yaml': spec });
    const { code, out } = await run(
      'generate',
      file(),
      '--out',
      repository(),
      '--dry-run',
    );
    expect(code).toBe(EXIT_CODES.ok);
    expect(out).toContain('nothing was written');
    expect(directory.content()).toEqual({ 'spec.yaml': spec });
  });

  it('should name everything that is wrong and write nothing', async () => {
    const bad = spec
      .replace('payments }', 'Payments }')
      .replace('elsa.example.com', 'https://elsa');
    directory.setContent({ 'spec.yaml': bad });
    const { code, error } = await run(
      'generate',
      file(),
      '--out',
      repository(),
    );
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toMatch(/metadata\.name = "Payments"/);
    expect(error).toMatch(/exposure\.host = "https:\/\/elsa"/);
    expect(directory.content()).toEqual({ 'spec.yaml': bad });
  });

  it("should not write over somebody else's files, unless forced", async () => {
    directory.setContent({
      'spec.yaml': spec,
      repository: { 'README.md': '# Ours\n' },
    });
    const refused = await run('generate', file(), '--out', repository());
    expect(refused.code).toBe(EXIT_CODES.conflict);
    expect(refused.error).toContain('README.md');
    const forced = await run(
      'generate',
      file(),
      '--out',
      repository(),
      '--force',
    );
    expect(forced.code).toBe(EXIT_CODES.ok);
    expect(forced.out).toContain('~ README.md');
  });

  it('should say by which switch changes are given up', async () => {
    directory.setContent({ 'spec.yaml': spec });
    await run('generate', file(), '--out', repository());
    const changed = spec.replace('elsa.example.com', 'flows.example.com');
    await fs.writeFile(file(), changed);
    for (const [name, remedy] of [
      ['README.md', /has its own README\.md.*replace it with --force/],
      [
        'environments/payments/values.yaml',
        /values\.yaml .*in \.elsa\/payments\.yaml, or replace the file with --force/,
      ],
      ['charts/elsa-workflows/values.yaml', /every environment.*use --force/],
    ] as const) {
      const edited = path.join(repository(), name);
      const before = await fs.readFile(edited, 'utf8');
      await fs.writeFile(edited, `${before}# ours\n`);
      const { code, error } = await run(
        'generate',
        file(),
        '--out',
        repository(),
      );
      expect(error).toMatch(remedy);
      expect(code).toBe(EXIT_CODES.conflict);
      await fs.writeFile(edited, before);
    }
  });

  it('should follow a spec that is changed in its repository, as the README says', async () => {
    directory.setContent({ 'spec.yaml': spec });
    await run('generate', file(), '--out', repository());
    const stored = path.join(repository(), '.elsa/payments.yaml');
    const change = async (from: string | RegExp, to: string) => {
      const content = await fs.readFile(stored, 'utf8');
      expect(content).toMatch(from);
      await fs.writeFile(stored, content.replace(from, to));
      return run('generate', stored, '--out', repository());
    };
    const first = await change(
      'preset: development',
      'preset: development\nmonitoring: { enabled: true }',
    );
    expect(first).toMatchObject({ error: '', code: EXIT_CODES.ok });
    expect(first.out).toContain('+ environments/payments/rules.test.yaml');
    expect(first.out).toContain('~ README.md');
    const second = await change('enabled: true', 'enabled: false');
    expect(second.out).toContain(
      '! environments/payments/rules.test.yaml is no longer needed: remove it',
    );
  });

  describe('with data that is there already', () => {
    const stored = () => path.join(repository(), '.elsa/payments.yaml');
    const change = async (from: string | RegExp, to: string) => {
      const content = await fs.readFile(stored(), 'utf8');
      expect(content).toMatch(from);
      await fs.writeFile(stored(), content.replace(from, to));
    };
    const generate = () => run('generate', stored(), '--out', repository());
    beforeEach(async () => {
      directory.setContent({
        'spec.yaml': `${spec}database: { version: "16" }\n`,
      });
      await run('generate', file(), '--out', repository());
    });

    it('should refuse to leave it, in place and from another file', async () => {
      await change("'16'", "'17'");
      const before = directory.content();
      const expected =
        /database\.version.*"postgresql 16".*upgrade-database.*docs\/runbook\.md.*dataMoves/;
      for (const args of [
        ['generate', stored(), '--out', repository()],
        ['generate', stored(), '--out', repository(), '--force'],
        ['validate', stored()],
        ['validate', stored(), '--repository', repository()],
      ]) {
        const { code, error } = await run(...args);
        expect(error).toMatch(expected);
        expect(code).toBe(EXIT_CODES.invalid);
      }
      await fs.writeFile(file(), `${spec}database: { version: "17" }\n`);
      expect(
        (await run('generate', file(), '--out', repository())).error,
      ).toMatch(expected);
      await fs.writeFile(file(), `${spec}database: { version: "16" }\n`);
      await change("'17'", "'16'");
      expect(JSON.stringify(before)).toContain('17');
      expect((await generate()).out).toMatch(/0 created, 0 changed/);
    });

    it('should follow the acknowledged change, and no other after it', async () => {
      await change(
        'database:',
        'dataMoves:\n  - { field: database.version, from: postgresql 16, to: postgresql 17 }\ndatabase:',
      );
      await change("'16'", "'17'");
      expect((await generate()).error).toBe('');
      expect((await generate()).out).toMatch(/0 created, 0 changed/);
      await change("'17'", "'16'");
      expect((await generate()).error).toMatch(/Remove the acknowledgement/);
      await change("'16'", "'18'");
      expect((await generate()).error).toMatch(/Remove the acknowledgement/);
    });

    it('should refuse another name under the file of an environment', async () => {
      await change('name: payments', 'name: orders');
      expect((await generate()).error).toMatch(
        /metadata\.name = "orders".*the spec of payments.*move-environment/,
      );
    });

    it('should not trust a record that somebody changed', async () => {
      const record = path.join(repository(), '.elsa/data/payments.yaml');
      const content = await fs.readFile(record, 'utf8');
      await fs.writeFile(record, content.replace('postgresql 16', 'x'));
      const { code, error } = await generate();
      expect(error).toMatch(/changed by hand.*from the last commit/);
      expect(code).toBe(EXIT_CODES.conflict);
    });

    it('should ask for one generation where nothing was recorded yet', async () => {
      await fs.rm(path.join(repository(), '.elsa/data/payments.yaml'));
      await change(/templateVersion: .*/, 'templateVersion: 0.1.0');
      for (const args of [
        ['generate', stored(), '--out', repository(), '--force'],
        ['validate', stored()],
      ]) {
        const { code, error } = await run(...args);
        expect(error).toMatch(/Nothing records where.*once with --record-data/);
        expect(code).toBe(EXIT_CODES.conflict);
      }
      const record = () =>
        run('generate', stored(), '--out', repository(), '--record-data');
      await change("'16'", "'18'");
      expect((await record()).error).toMatch(
        /does not say where.*postgresql\.majorVersion was 16 and becomes 18/,
      );
      await change("'18'", "'16'");
      expect((await record()).error).toBe('');
      expect((await generate()).error).toBe('');
    });

    it('should miss the record of a release that wrote one', async () => {
      await fs.rm(path.join(repository(), '.elsa/data/payments.yaml'));
      const { code, error } = await generate();
      expect(error).toMatch(
        /data\/payments\.yaml is missing.*version 0\.2\..*from the last commit/,
      );
      expect(code).toBe(EXIT_CODES.conflict);
    });
  });

  it.each([
    ['a file in place of the folder', ['--out', 'spec.yaml'], /not a folder/],
    [
      'a file in place of the template',
      ['--out', 'x', '--template', 'spec.yaml/x'],
      /not a folder/,
    ],
  ])('should refuse %s', async (_, flags, message) => {
    directory.setContent({ 'spec.yaml': spec });
    const { code, error } = await run(
      'generate',
      file(),
      ...flags.map(flag =>
        flag.startsWith('--') ? flag : directory.resolve(flag),
      ),
    );
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toMatch(message);
    expect(directory.content()).toEqual({ 'spec.yaml': spec });
  });

  it.each([
    [
      'whose parent is a file',
      () => path.join(file(), 'below'),
      /not a folder/,
    ],
    [
      'that the system does not let anybody make',
      () => '/proc/elsa/repository',
      /\/proc(\/elsa)? cannot be created/,
    ],
  ])(
    'should refuse a folder %s at once',
    async (_, folder, message) => {
      directory.setContent({ 'spec.yaml': spec });
      const { code, error } = await run('generate', file(), '--out', folder());
      expect(error).toMatch(message);
      expect(code).toBe(EXIT_CODES.invalid);
      expect(directory.content()).toEqual({ 'spec.yaml': spec });
    },
    30_000,
  );

  it('should refuse a folder that is no template', async () => {
    directory.setContent({ 'spec.yaml': spec, template: {} });
    const { code, error } = await run(
      'generate',
      file(),
      '--out',
      repository(),
      '--template',
      directory.resolve('template'),
    );
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toContain('chart/Chart.yaml is missing');
  });

  it('should validate, and print every choice that was made', async () => {
    directory.setContent({ 'spec.yaml': spec });
    expect(await run('validate', file())).toMatchObject({
      code: EXIT_CODES.ok,
      out: 'payments: valid\n',
    });
    const { out } = await run('validate', file(), '--resolved');
    expect(out).toContain('server: elsa-api.example.com');
  });

  it('should print the JSON schema', async () => {
    const { out } = await run('schema');
    expect(JSON.parse(out)).toMatchObject({ title: 'Elsa environment' });
  });

  it.each([
    ['two documents', 'a: 1\n---\nb: 2\n', /exactly one/],
    ['broken YAML', 'a: [', /not YAML/],
    ['an alias bomb', `a: &a [x]\nb: [${'*a,'.repeat(30)}]\n`, /YAML/],
  ])('should refuse %s', async (_, content, message) => {
    directory.setContent({ 'spec.yaml': content });
    const { code, error } = await run('validate', file());
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toMatch(message);
  });

  it.each<[string, string | Buffer, RegExp]>([
    [
      'text in UTF-16',
      Buffer.from('\ufeffa: 1', 'utf16le'),
      /save it as UTF-8/,
    ],
    ['text of Latin-1', Buffer.from('a: \xe9', 'latin1'), /not text in UTF-8/],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]), /no text file/],
    ['a large file', Buffer.alloc(2 ** 21, 'a'), /larger than 1 MiB/],
    ['deep nesting', '['.repeat(20_000), /nested too deeply|not YAML/],
    [
      'an alias bomb',
      `a: &a [x,x]\n${[...'bcdefghij'].map((key, index) => `${key}: &${key} [*${'abcdefghij'[index]},*${'abcdefghij'[index]}]\n`).join('')}`,
      /aliases expand to too much/,
    ],
    ['a tag of its own', 'a: !vault x\n', /not YAML.*line 1, column 4/],
    ['a secret in a broken line', 'a: 1\nb: "hunter22\n', /not YAML/],
  ])('should refuse %s without a stack', async (_, content, message) => {
    directory.setContent({});
    await fs.writeFile(file(), content);
    const { code, error } = await run('validate', file());
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toMatch(message);
    expect(error).not.toMatch(/hunter22|\n {4}at /);
    expect(error.trim().split('\n')).toHaveLength(1);
  });

  it('should refuse a folder and a file that is not there', async () => {
    directory.setContent({});
    expect((await run('validate', directory.path)).error).toMatch(
      /is a folder; name a file/,
    );
    expect((await run('validate', file())).error).toMatch(/does not exist/);
  });

  it('should read what an editor of Windows saved, and leave its repository alone', async () => {
    directory.setContent({});
    await fs.writeFile(file(), `\ufeff${spec.replace(/\n/g, '\r\n')}`);
    const first = await run('generate', file(), '--out', repository());
    expect(first).toMatchObject({ error: '', code: EXIT_CODES.ok });
    for (const name of ['README.md', '.elsa/payments.yaml']) {
      const written = path.join(repository(), name);
      const content = await fs.readFile(written, 'utf8');
      expect(content).not.toMatch(/\r|\ufeff/);
      await fs.writeFile(written, content.replace(/\n/g, '\r\n'));
    }
    const second = await run('generate', file(), '--out', repository());
    expect(second.error).toBe('');
    expect(second.out).toMatch(/0 created, 0 changed/);
  });

  it.each([
    ['README.md', { 'README.md': {} }, /README\.md is a folder/],
    ['docs', { docs: 'ours' }, /docs is no folder/],
    ['charts', { charts: { 'elsa-workflows': 'x' } }, /elsa-workflows is no/],
  ])(
    'should write nothing when %s is in the way',
    async (_, content, message) => {
      directory.setContent({ 'spec.yaml': spec, repository: content });
      const before = directory.content();
      for (const flags of [[], ['--dry-run'], ['--force']]) {
        const { code, error } = await run(
          'generate',
          ...[file(), '--out', repository(), ...flags],
        );
        expect(code).toBe(EXIT_CODES.invalid);
        expect(error).toMatch(message);
      }
      expect(directory.content()).toEqual(before);
    },
  );

  it('should not replace a file that it cannot read', async () => {
    directory.setContent({ 'spec.yaml': spec, repository: {} });
    const catalog = path.join(repository(), 'catalog-info.yaml');
    const bytes = Buffer.from('kind: \xe9', 'latin1');
    await fs.writeFile(catalog, bytes);
    const { code, error } = await run(
      'generate',
      ...[file(), '--out', repository(), '--force'],
    );
    expect(code).toBe(EXIT_CODES.invalid);
    expect(error).toMatch(/catalog-info\.yaml .* cannot be read as text/);
    expect(await fs.readFile(catalog)).toEqual(bytes);
  });

  it.each([
    ['skeleton/README.md.njk', '${{ a', /skeleton\/README\.md\.njk/],
    ['skeleton/README.md.njk', '${{ a | b }}', /skeleton\/README\.md\.njk/],
    ['chart/Chart.yaml', 'a: [', /chart\/Chart\.yaml .* not YAML/],
    ['chart/values.yaml', 'a: [', /chart\/values\.yaml .* not YAML/],
    ['chart/values.schema.json', '{', /values\.schema\.json .* not JSON/],
    ['chart/values.schema.json', '{"type": 1}', /no JSON schema/],
  ])(
    'should name %s where it is broken: %s',
    async (name, content, message) => {
      directory.setContent({ 'spec.yaml': spec });
      const template = directory.resolve('template');
      await fs.cp(findTemplateDirectory(), template, { recursive: true });
      await fs.writeFile(path.join(template, name), content);
      const { code, error } = await run(
        'generate',
        ...[file(), '--out', repository(), '--template', template],
      );
      expect(error).toMatch(message);
      expect(error).not.toMatch(/\n {4}at /);
      expect(code).toBe(EXIT_CODES.invalid);
      await expect(fs.stat(repository())).rejects.toThrow(/ENOENT/);
    },
  );

  it('should tell how it is used', async () => {
    expect((await run('generate')).code).toBe(EXIT_CODES.usage);
    expect((await run('--help')).code).toBe(EXIT_CODES.ok);
    expect(await run('--version')).toMatchObject({
      code: EXIT_CODES.ok,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
