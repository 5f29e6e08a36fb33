import type {
  Environment,
  EnvironmentTemplate,
  GeneratedFile,
} from '../files/types';
import { toYaml } from '../files/yaml';
import { environmentDocument } from './model';
import { renderSkeleton } from './renderSkeleton';

/** README, runbook and TechDocs site of all environments of a repository. */
export function documentFiles(
  environments: Environment[],
  template: EnvironmentTemplate,
): GeneratedFile[] {
  const described = environments.map(environment =>
    environmentDocument(environment, template),
  );
  const alerts = described
    .flatMap(environment => environment.alerts)
    .filter(
      (alert, index, all) =>
        all.findIndex(other => other.name === alert.name) === index,
    );
  const [{ spec: first }] = environments;
  return [
    ...renderSkeleton(template.skeleton, {
      environments: described,
      alerts,
      ci: first.delivery.ci,
      isSingle: environments.length === 1,
      repositoryUrl: first.delivery.repository.url ?? '',
      systemName: first.system.slice(first.system.indexOf('/') + 1),
    }),
    {
      path: 'mkdocs.yml',
      content: toYaml({
        site_name: `Elsa Workflows of ${first.system.slice(
          first.system.indexOf('/') + 1,
        )}`,
        docs_dir: 'docs',
        nav: [{ Overview: 'index.md' }, { Runbook: 'runbook.md' }],
        plugins: ['techdocs-core'],
      }),
    },
  ];
}
