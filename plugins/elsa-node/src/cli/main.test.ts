import { promises as fs } from 'fs';
import path from 'path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { main } from './main';
import { EXIT_CODES } from './program';

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
    const change = async (from: string, to: string) => {
      const content = await fs.readFile(stored, 'utf8');
      expect(content).toContain(from);
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
      /\/proc(\/elsa)? cannot be made/,
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

  it('should tell how it is used', async () => {
    expect((await run('generate')).code).toBe(EXIT_CODES.usage);
    expect((await run('--help')).code).toBe(EXIT_CODES.ok);
    expect(await run('--version')).toMatchObject({
      code: EXIT_CODES.ok,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
