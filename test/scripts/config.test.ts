import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const plugin = join(root, 'plugins', 'elsa-backend');
const schema = join(plugin, 'src', 'config', 'elsaSchema.ts');

/** Compares what is written with a schema; writes nothing. */
function check(file: string) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', 'config.mjs'), '--check', file],
    { encoding: 'utf8' },
  );
  return { status, stderr };
}

describe('reference of the configuration', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'elsa-portal-config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The schema with another reference of `elsa.access.decisionTtl`. */
  function changed(reference: string): string {
    const file = join(folder, 'schema.cjs');
    writeFileSync(
      file,
      `const { elsaSchema, references, sections } = require(${JSON.stringify(schema)});
       const { access } = elsaSchema.def.in.def.shape;
       const { decisionTtl } = access.def.in.def.innerType.def.shape;
       references.add(decisionTtl, { ...references.get(decisionTtl), ${reference} });
       module.exports = { elsaSchema, references, sections };`,
    );
    return file;
  }

  it('should be what the schema says', () => {
    expect(check(schema)).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    "fallback: '20 seconds'",
    "type: 'string'",
    "visibility: 'secret'",
    'isRequired: true',
  ])('should be known to be old after the schema had %s', reference => {
    const { status, stderr } = check(changed(reference));
    expect(status).toBe(1);
    expect(stderr).toContain('config.d.ts');
    expect(stderr).toContain('npm run config');
  });
});
