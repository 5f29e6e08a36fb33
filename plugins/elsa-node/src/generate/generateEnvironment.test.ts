import { readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';
import { generateEnvironment } from './generateEnvironment';

const specs = ['development', 'staging', 'production'].map(preset => ({
  metadata: { name: `payments-${preset}` },
  owner: 'group:default/payments',
  preset,
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { host: 'elsa.example.com' },
  delivery: { repository: { url: 'https://github.com/acme/payments-elsa' } },
}));

describe('generateEnvironment', () => {
  it.each(specs)('should generate preset $preset twice alike', async spec => {
    const template = await readTemplate(findTemplateDirectory());
    const files = generateEnvironment(spec, { template });
    expect(generateEnvironment(spec, { template })).toEqual(files);
    expect(
      files.map(file => file.path).filter(path => !path.startsWith('charts/')),
    ).toEqual(
      expect.arrayContaining([
        `.elsa/${spec.metadata.name}.yaml`,
        `argocd/${spec.metadata.name}.yaml`,
        'catalog-info.yaml',
      ]),
    );
  });
});
