import { findHelm, type HelmResult, runHelm } from '../helm';
import type {
  Check,
  CheckContext,
  CheckResult,
  RepositoryEnvironment,
} from '../types';

type Findings = Extract<CheckResult, { hasRun: true }>['findings'];

const LINT_PROBLEM = /^\[(ERROR|WARNING)\]\s*(.*)$/;

/** Lines that `helm lint` marks; with --strict, warnings are errors too. */
function readLintFindings(result: HelmResult, file?: string): Findings {
  const marked = `${result.stdout}\n${result.stderr}`
    .split('\n')
    .map(line => LINT_PROBLEM.exec(line.trim()))
    .filter(match => match !== null)
    .map(([, , message]) => ({ severity: 'error' as const, file, message }));
  return marked.length > 0 ? marked : readTemplateFindings(result, file);
}

function readTemplateFindings(result: HelmResult, file?: string): Findings {
  return [
    {
      severity: 'error',
      file,
      message:
        result.stderr.trim() || result.stdout.trim() || 'helm gave no message',
    },
  ];
}

function createHelmCheck(options: {
  id: string;
  title: string;
  createArgs: (
    chart: string,
    environment: RepositoryEnvironment & { valuesFile: string },
  ) => string[];
  readFindings: (result: HelmResult, file?: string) => Findings;
}): Check {
  return {
    id: options.id,
    title: options.title,
    async run({ repository, config, temporaryFolder, signal }: CheckContext) {
      const { chartFolder } = repository;
      if (!chartFolder) {
        return {
          hasRun: false,
          reason: 'the repository holds manifests instead of a chart',
        };
      }
      const helm = await findHelm(config.helmPath);
      if (!helm) {
        return {
          hasRun: false,
          reason:
            'no helm on this host; install it on the PATH or set elsa.scaffolder.helmPath',
        };
      }
      const findings: Findings = [];
      for (const environment of repository.environments) {
        const { valuesFile } = environment;
        if (valuesFile) {
          const result = await runHelm({
            helm,
            args: options.createArgs(chartFolder, {
              ...environment,
              valuesFile,
            }),
            cwd: repository.folder,
            homeFolder: temporaryFolder,
            signal,
          });
          if (!result.isSuccess) {
            findings.push(...options.readFindings(result, valuesFile));
          }
        }
      }
      return { hasRun: true, findings };
    },
  };
}

// Without them Helm takes the Kubernetes version that it was built with.
function createTargetArgs({ target }: RepositoryEnvironment): string[] {
  return target
    ? [
        '--namespace',
        target.namespace,
        '--kube-version',
        target.kubernetesVersion,
      ]
    : [];
}

export const helmLintCheck = createHelmCheck({
  id: 'helm-lint',
  title: 'helm lint --strict accepts the chart with the values',
  createArgs: (chart, environment) => [
    'lint',
    '--strict',
    chart,
    ...createTargetArgs(environment),
    '--values',
    environment.valuesFile,
  ],
  readFindings: readLintFindings,
});

export const helmTemplateCheck = createHelmCheck({
  id: 'helm-template',
  title: 'helm template renders the chart with the values',
  createArgs: (chart, environment) => [
    'template',
    environment.name,
    chart,
    ...createTargetArgs(environment),
    '--values',
    environment.valuesFile,
  ],
  readFindings: readTemplateFindings,
});
