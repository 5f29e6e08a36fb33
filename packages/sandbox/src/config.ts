import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';

/** Development tokens: known to everybody, good for nothing but the sandbox. */
export const CLUSTER_TOKENS = {
  'production-eu': 'sandbox-production-eu-token',
  'staging-eu': 'sandbox-staging-eu-token',
} as const;

export type ClusterName = keyof typeof CLUSTER_TOKENS;
export const CLUSTER_NAMES = Object.keys(CLUSTER_TOKENS) as ClusterName[];

const DEFAULT_PORT_BASE = 7100;

export interface SandboxPorts {
  control: number;
  clusters: Record<ClusterName, number>;
  git: number;
  prometheus: number;
  alertmanager: number;
}

export interface SandboxConfig {
  host: string;
  ports: SandboxPorts;
  /** Folder for repositories, time series and the like. */
  stateFolder: string;
  /** The same seed tells the same story. */
  seed: string;
  /** Whether Prometheus and Alertmanager are started where they are installed. */
  isMonitored: boolean;
}

/** The folder, from here upwards, whose package.json names the workspaces. */
export function repositoryRoot(from: string = process.cwd()): string {
  const manifest = join(from, 'package.json');
  if (
    existsSync(manifest) &&
    'workspaces' in JSON.parse(readFileSync(manifest, 'utf8'))
  ) {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) {
    throw new Error(
      `${process.cwd()} is not in this repository: no package.json with workspaces is above it`,
    );
  }
  return repositoryRoot(parent);
}

export function portsFrom(base: number): SandboxPorts {
  return {
    control: base,
    clusters: { 'production-eu': base + 1, 'staging-eu': base + 2 },
    git: base + 3,
    prometheus: base + 4,
    alertmanager: base + 5,
  };
}

/** Repositories hold their own addresses: those of other ports lie elsewhere. */
function defaultStateFolder(base: number): string {
  const folder = join(repositoryRoot(), '.sandbox');
  return base === DEFAULT_PORT_BASE ? folder : join(folder, `ports-${base}`);
}

/** Reads the variables that the README names. */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
): SandboxConfig {
  const base = Number(environment.SANDBOX_PORT_BASE ?? DEFAULT_PORT_BASE);
  if (!Number.isInteger(base) || base < 1 || base > 65_530) {
    throw new InputError(
      `SANDBOX_PORT_BASE is ${environment.SANDBOX_PORT_BASE}: use a whole number from 1 to 65530, the sandbox takes six ports from there`,
    );
  }
  return {
    host: '127.0.0.1',
    ports: portsFrom(base),
    stateFolder: resolve(environment.SANDBOX_STATE ?? defaultStateFolder(base)),
    seed: environment.SANDBOX_SEED ?? 'elsa',
    isMonitored: environment.SANDBOX_MONITORING !== 'off',
  };
}
