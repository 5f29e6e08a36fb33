import { ConflictError, InputError } from '@backstage/errors';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';
import { generateEnvironment } from './generateEnvironment';
import type { EnvironmentTemplate, GeneratedFile } from '../files/types';

const base = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { host: 'elsa.example.com' },
  delivery: { repository: { url: 'https://github.com/acme/payments-elsa' } },
};

const contentOf = (files: GeneratedFile[], path: string) =>
  files.find(file => file.path === path)?.content ?? '';

// The first generation compiles the chart's schema.
jest.setTimeout(120_000);

describe('generateEnvironment', () => {
  let template: EnvironmentTemplate;
  beforeAll(async () => {
    template = await readTemplate(findTemplateDirectory());
  });

  it.each(['development', 'staging', 'production'])(
    'should generate preset %s twice alike',
    preset => {
      const spec = { ...base, preset };
      const files = generateEnvironment(resolveEnvironment(spec), { template });
      expect(
        generateEnvironment(resolveEnvironment(spec), { template }),
      ).toEqual(files);
      expect(
        files
          .map(file => file.path)
          .filter(path => !path.startsWith('charts/')),
      ).toEqual(
        expect.arrayContaining([
          '.elsa/payments-production.yaml',
          '.github/workflows/validate.yaml',
          'README.md',
          'argocd/payments-production.yaml',
          'catalog-info.yaml',
          'docs/index.md',
          'docs/runbook.md',
          'environments/payments-production/values.yaml',
          'mkdocs.yml',
        ]),
      );
    },
  );

  it('should link to what answers, by types that the tab knows', () => {
    const files = generateEnvironment(
      resolveEnvironment({
        ...base,
        delivery: {
          ...base.delivery,
          argocd: { url: 'https://argocd.example.com' },
        },
      }),
      { template },
    );
    const environment = parseAllDocuments(contentOf(files, 'catalog-info.yaml'))
      .map(document => document.toJS())
      .find(({ spec }) => spec.type === 'elsa-environment');
    expect(
      environment.metadata.links.map(
        ({ type, url }: { type?: string; url: string }) => [type, url],
      ),
    ).toEqual([
      ['studio', 'https://elsa.example.com'],
      ['server', 'https://elsa-api.example.com/elsa/api/package/version'],
      [
        undefined,
        'https://github.com/acme/payments-elsa/blob/main/docs/runbook.md',
      ],
      [
        'argocd',
        'https://argocd.example.com/applications/argocd/payments-production',
      ],
    ]);
  });

  it.each([
    ['http://collector.observability.svc:4317', 'grpc'],
    ['http://collector.observability.svc:4318', 'http/protobuf'],
    ['https://otlp.example.com', 'grpc'],
  ])('should speak the protocol of %s', (otlpEndpoint, protocol) => {
    const files = generateEnvironment(
      resolveEnvironment({
        ...base,
        host: {
          profile: 'clustered',
          server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
        },
        monitoring: { enabled: true, otlpEndpoint },
      }),
      { template },
    );
    expect(
      parse(contentOf(files, 'environments/payments-production/values.yaml'))
        .monitoring.otlp,
    ).toEqual({ enabled: true, endpoint: otlpEndpoint, protocol });
    expect(contentOf(files, 'README.md')).toContain(
      `OpenTelemetry collector at ${otlpEndpoint}`,
    );
  });

  it('should carry the chart verbatim', () => {
    const files = generateEnvironment(resolveEnvironment(base), { template });
    for (const { path, content } of template.chart) {
      expect(contentOf(files, `charts/elsa-workflows/${path}`)).toBe(content);
    }
  });

  it('should generate the same again from the spec that it stored', () => {
    const files = generateEnvironment(resolveEnvironment(base), { template });
    const stored = parse(contentOf(files, '.elsa/payments-production.yaml'));
    expect(stored.templateVersion).toMatch(/^0\.2\./);
    expect(
      generateEnvironment(resolveEnvironment(stored), { template }),
    ).toEqual(files);
  });

  it('should keep free text what it is, in every file', () => {
    const title = '{{ fail "x" }} ${{ secrets.X }} | `a` <b> # [c](d)';
    const description =
      '- a: &x *y\n\n{{ .Values }} {% include "/etc/passwd" %}\n```\n---\n';
    const spec = {
      ...base,
      metadata: { ...base.metadata, title, description },
    };
    const files = generateEnvironment(resolveEnvironment(spec), { template });
    const entities = parseAllDocuments(
      contentOf(files, 'catalog-info.yaml'),
    ).map(document => document.toJS());
    const environment = entities.find(
      entity => entity.spec.type === 'elsa-environment',
    );
    expect(environment.metadata).toMatchObject({ title, description });
    const readme = contentOf(files, 'README.md');
    expect(readme).toContain(
      '\\{\\{ fail "x" \\}\\} \\$\\{\\{ secrets.X \\}\\}',
    );
    expect(readme).not.toMatch(/^---$/m);
    expect(readme).toContain('\\- a: \\&x \\*y');
  });

  it('should not let a template of the skeleton see more than the document', () => {
    const broken = {
      ...template,
      skeleton: [{ path: 'README.md.njk', content: '${{ constructor }}' }],
    };
    expect(() =>
      generateEnvironment(resolveEnvironment(base), { template: broken }),
    ).toThrow(/skeleton\/README\.md\.njk:1/);
  });

  it("should leave GitHub's expressions in the workflow", () => {
    const files = generateEnvironment(resolveEnvironment(base), { template });
    const workflow = parse(contentOf(files, '.github/workflows/validate.yaml'));
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.concurrency.group).toBe(
      '${{ github.workflow }}-${{ github.ref }}',
    );
    for (const step of workflow.jobs.validate.steps) {
      expect(step.uses ?? '@'.padEnd(41, '0')).toMatch(/@[0-9a-f]{40}$/);
    }
  });

  it('should refuse a chart version that it does not know, naming both', () => {
    const chart = template.chart.map(file =>
      file.path === 'Chart.yaml'
        ? {
            ...file,
            content: file.content.replace(/^version: .*/m, 'version: 7.3.1'),
          }
        : file,
    );
    expect(() =>
      generateEnvironment(resolveEnvironment(base), {
        template: { ...template, chart },
      }),
    ).toThrow(/version 7\.3\.1.*0\.2\.x/);
  });

  it("should refuse values that the chart's own schema refuses", () => {
    const chart = template.chart.map(file =>
      file.path === 'values.schema.json'
        ? {
            ...file,
            content: JSON.stringify({
              type: 'object',
              properties: { elsaServer: false },
            }),
          }
        : file,
    );
    const generate = () =>
      generateEnvironment(resolveEnvironment(base), {
        template: { ...template, chart },
      });
    expect(generate).toThrow(InputError);
    expect(generate).toThrow(/elsaServer/);
  });

  it('should not package with kustomize without rendered objects', () => {
    expect(() =>
      generateEnvironment(
        resolveEnvironment({
          ...base,
          delivery: { ...base.delivery, packaging: 'kustomize' },
        }),
        { template },
      ),
    ).toThrow(/helm binary/);
  });

  describe('with an existing repository', () => {
    const second = {
      ...base,
      preset: 'staging',
      metadata: { name: 'payments-staging' },
      target: { cluster: 'staging-eu' },
      exposure: { host: 'elsa-staging.example.com' },
    };

    it('should add a second environment and leave the first alone', () => {
      const existing = generateEnvironment(resolveEnvironment(base), {
        template,
      });
      const files = generateEnvironment(resolveEnvironment(second), {
        template,
        existing,
      });
      const before = new Map(existing.map(file => [file.path, file.content]));
      const changed = files
        .filter(file => before.get(file.path) !== file.content)
        .map(file => file.path);
      expect(changed).toEqual([
        '.elsa/data/payments-staging.yaml',
        '.elsa/payments-staging.yaml',
        'README.md',
        'argocd/payments-staging.yaml',
        'catalog-info.yaml',
        'docs/index.md',
        'docs/runbook.md',
        'environments/payments-staging/namespace',
        'environments/payments-staging/rules.test.yaml',
        'environments/payments-staging/values.yaml',
      ]);
      const names = parseAllDocuments(contentOf(files, 'catalog-info.yaml'))
        .map(document => document.toJS())
        .map(entity => `${entity.kind}:${entity.metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toEqual(
        expect.arrayContaining([
          'System:payments',
          'Component:payments-production',
          'Component:payments-staging',
        ]),
      );
      expect(contentOf(files, 'README.md')).toContain('payments-production');
    });

    it('should not replace a README that was changed by hand, unless forced', () => {
      const existing = generateEnvironment(resolveEnvironment(base), {
        template,
      }).map(file =>
        file.path === 'README.md' ? { ...file, content: '# Our own\n' } : file,
      );
      const generate = (force?: boolean) =>
        generateEnvironment(resolveEnvironment(second), {
          template,
          existing,
          force,
        });
      expect(() => generate()).toThrow(ConflictError);
      expect(() => generate()).toThrow(/README\.md/);
      expect(contentOf(generate(true), 'README.md')).toContain(
        'payments-staging',
      );
    });

    it('should follow a spec that was changed in the repository', () => {
      const existing = generateEnvironment(resolveEnvironment(base), {
        template,
      });
      const changed = { ...base, exposure: { host: 'flows.example.com' } };
      // Changed in place: nothing tells any more what the files were made from.
      const edited = existing.map(file =>
        file.path === '.elsa/payments-production.yaml'
          ? { ...file, content: JSON.stringify(changed) }
          : file,
      );
      const files = generateEnvironment(resolveEnvironment(changed), {
        template,
        existing: edited,
      });
      expect(contentOf(files, 'README.md')).toContain('flows.example.com');
      expect(contentOf(files, 'README.md')).not.toContain('//elsa.example.com');
    });

    it.each([
      ['environments/payments-production/values.yaml', 'maxReplicas: 9\n'],
      ['argocd/payments-production.yaml', '# ours\n'],
    ])('should not lose what was changed by hand in %s', (path, addition) => {
      const existing = generateEnvironment(resolveEnvironment(base), {
        template,
      }).map(file =>
        file.path === path
          ? { ...file, content: addition + file.content }
          : file,
      );
      const generate = (force?: boolean) =>
        generateEnvironment(
          resolveEnvironment({
            ...base,
            exposure: { host: 'flows.example.com' },
          }),
          { template, existing, force },
        );
      expect(() => generate()).toThrow(ConflictError);
      expect(() => generate()).toThrow(
        `${path} of payments-production was changed by hand`,
      );
      expect(contentOf(generate(true), path)).not.toContain(addition);
    });

    it("should not replace the chart of the repository's other environments", () => {
      const existing = generateEnvironment(resolveEnvironment(base), {
        template,
      }).map(file =>
        file.path === 'charts/elsa-workflows/values.yaml'
          ? { ...file, content: `${file.content}# ours\n` }
          : file,
      );
      const generate = (force?: boolean) =>
        generateEnvironment(resolveEnvironment(second), {
          template,
          existing,
          force,
        });
      expect(() => generate()).toThrow(ConflictError);
      expect(() => generate()).toThrow(
        /differs from the template's.*values\.yaml/,
      );
      expect(() => generate(true)).not.toThrow();
    });

    it('should say which spec of the repository is broken', () => {
      const existing = [{ path: '.elsa/other.yaml', content: 'kind: Pod\n' }];
      expect(() =>
        generateEnvironment(resolveEnvironment(base), { template, existing }),
      ).toThrow(/\.elsa\/other\.yaml/);
    });
  });

  it('should generate parsable YAML alike for any spec that is accepted', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const specs = fc.record({
      title: text,
      description: text,
      folder: text,
      variable: text,
      label: fc.stringMatching(
        /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,20}[A-Za-z0-9])?$/,
      ),
      preset: fc.constantFrom('development', 'staging', 'production'),
      kind: fc.constantFrom('gateway', 'ingress-nginx', 'traefik', 'ingress'),
      size: fc.constantFrom('small', 'medium', 'large'),
      provider: fc.constantFrom('postgresql', 'mysql'),
    });
    const check = () =>
      fc.assert(
        fc.property(specs, choice => {
          const spec = {
            ...base,
            preset: choice.preset,
            size: choice.size,
            metadata: {
              name: 'payments',
              title: choice.title,
              description: choice.description,
            },
            server: { env: [{ name: 'Greeting', value: choice.variable }] },
            database: { provider: choice.provider },
            exposure: { kind: choice.kind, host: 'elsa.example.com' },
            monitoring: { dashboard: { folder: choice.folder } },
            extra: { labels: { 'acme.example/x': choice.label } },
          };
          let files: GeneratedFile[];
          try {
            files = generateEnvironment(resolveEnvironment(spec), { template });
          } catch (error) {
            // Control characters and what looks like a secret are refused.
            return error instanceof InputError;
          }
          const values = parse(
            contentOf(files, 'environments/payments/values.yaml'),
            { version: '1.1' },
          );
          const again = generateEnvironment(resolveEnvironment(spec), {
            template,
          });
          return (
            values.elsaServer.env[0].value === choice.variable &&
            values.global.labels['acme.example/x'] === choice.label &&
            (values.monitoring.dashboard?.folder ?? choice.folder) ===
              choice.folder &&
            parseAllDocuments(contentOf(files, 'catalog-info.yaml')).every(
              document => document.errors.length === 0,
            ) &&
            JSON.stringify(again) === JSON.stringify(files)
          );
        }),
        { numRuns: 20 },
      );
    expect(check).not.toThrow();
  });
});
