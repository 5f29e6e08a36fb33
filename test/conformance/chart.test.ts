import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse, stringify } from 'yaml';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';
import { helmLint, helmTemplate } from './lib/render';

const root = join(__dirname, '..', '..');
const chart = join(findTemplateDirectory(), 'chart');
const values = readdirSync(join(chart, 'ci')).filter(file =>
  file.endsWith('-values.yaml'),
);

describe('the chart by itself', () => {
  it('should have a README that says what values.yaml says', async () => {
    const script = join(root, 'scripts', 'chart-readme.mjs');
    const { stdout } = await promisify(execFile)(process.execPath, [
      script,
      '--check',
      chart,
    ]);
    expect(stdout).toContain('up to date');
  });

  it('should have example values for its features', () => {
    expect(values.length).toBeGreaterThan(30);
  });

  it.concurrent.each(values)(
    'should lint and render alike on both majors of Helm with ci/%s',
    async file => {
      const release = {
        name: 'payments-production',
        namespace: 'payments-elsa',
        kubernetesVersion: '1.36',
        chart,
        values: join(chart, 'ci', file),
      };
      const [of4, of3] = await Promise.all([
        helmTemplate('HELM4', release),
        helmTemplate('HELM3', release),
        helmLint('HELM4', release),
        helmLint('HELM3', release),
      ]);
      expect(of4).toContain('kind: Deployment');
      expect(of3).toBe(of4);
    },
  );

  it.each([
    ['postgresql', 'whenDeleted'],
    ['sqlserver', 'whenDeleted'],
    ['mysql', 'whenDeleted'],
    ['redis', 'whenDeleted'],
    ['rabbitmq', 'whenDeleted'],
    ['rabbitmq', 'whenScaled'],
  ])(
    'should refuse values that let the data of %s go (%s)',
    async (service, setting) => {
      const [base] = values;
      const content = parse(await readFile(join(chart, 'ci', base), 'utf8'));
      const folder = await mkdtemp(join(tmpdir(), 'elsa-values-'));
      const file = join(folder, 'values.yaml');
      const render = async (persistence: object) => {
        await writeFile(
          file,
          stringify({
            ...content,
            [service]: { ...content[service], persistence },
          }),
        );
        return helmTemplate('HELM4', {
          name: 'payments-production',
          namespace: 'payments-elsa',
          kubernetesVersion: '1.36',
          chart,
          values: file,
        });
      };
      try {
        await expect(render({ size: '9Gi' })).resolves.toContain('kind:');
        await expect(
          render({ size: '9Gi', [setting]: 'Delete' }),
        ).rejects.toThrow(setting);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );

  const renderWith = async (file: string, changes: object) => {
    const folder = await mkdtemp(join(tmpdir(), 'elsa-values-'));
    const changed = join(folder, 'values.yaml');
    const content = parse(await readFile(join(chart, 'ci', file), 'utf8'));
    await writeFile(changed, stringify({ ...content, ...changes }));
    return helmTemplate('HELM4', {
      name: 'payments-production',
      namespace: 'payments-elsa',
      kubernetesVersion: '1.36',
      chart,
      values: changed,
    }).finally(() => rm(folder, { recursive: true }));
  };

  it.each([
    '/data',
    '/data/',
    '/data//',
    '/data/elsa.sqlite.db',
    '/',
    '/x/../data',
  ])(
    'should refuse a volume on %s, where the data of SQLite is',
    async mountPath => {
      const render = (path: string) =>
        renderWith('database-sqlite-values.yaml', {
          sqlite: { directory: '/data' },
          elsaServer: {
            extraVolumes: [{ name: 'x', emptyDir: {} }],
            extraVolumeMounts: [{ name: 'x', mountPath: path }],
          },
        });
      await expect(render(mountPath)).rejects.toThrow(
        /would hide the data at \/data|mountPath/,
      );
      await expect(render('/database')).resolves.toContain('kind:');
    },
  );

  it.each([
    'CONNECTIONSTRINGS__SQLITE',
    'CUSTOMCONNSTR_Sqlite',
    'POSTGRESQLCONNSTR_Sqlite',
    'DOTNET_ConnectionStrings__Sqlite',
  ])('should refuse to configure the connection as %s', async name => {
    const render = (key: string) =>
      renderWith('database-sqlite-values.yaml', {
        elsaServer: { config: { [key]: 'Data Source=/x' } },
      });
    await expect(render(name)).rejects.toThrow(/is also set by/);
    await expect(render('CUSTOMCONNSTR_Reports')).resolves.toContain('kind:');
  });
});
