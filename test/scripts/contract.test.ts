import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const document = join(
  root,
  'plugins',
  'elsa-backend',
  'schema',
  'openapi.yaml',
);

/** Compares the committed types with a document; writes nothing. */
function check(file: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'contract.mjs'), '--check', file],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

describe('types of the HTTP contract', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'elsa-portal-contract-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function changed(from: string, to: string): string {
    const text = readFileSync(document, 'utf8');
    expect(text.split(from)).toHaveLength(2);
    const file = join(folder, 'openapi.yaml');
    writeFileSync(file, text.replace(from, to));
    return file;
  }

  it('should be those that openapi.yaml describes', () => {
    expect(check(document)).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['        argoCdSync: { type: string }', '', 'openapi.ts'],
    ['operationId: ListSources', 'operationId: ReadSources', 'openapi.ts'],
    ['x-constant: SLO_STATES', 'x-constant: STATES_OF_SLOS', 'names.ts'],
    ['description: One pod', 'description: A pod', 'openapi.ts'],
  ])('should be known to be old after "%s" became "%s"', (from, to, name) => {
    const { status, stderr } = check(changed(`${from}\n`, `${to}\n`));
    expect(status).toBe(1);
    expect(stderr).toContain(`generated/${name}`);
    expect(stderr).toContain('npm run contract');
  });

  it('should not come from a schema that nobody has described', () => {
    const { stderr } = check(changed('      description: One pod\n', ''));
    expect(stderr).toContain('The schema PodStatus has no description');
  });
});
