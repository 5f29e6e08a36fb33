import type { ElsaScaffolderConfig } from '../config';

/** One thing that a check found. */
export interface Finding {
  check: string;
  /** Errors fail the task; warnings are only told. */
  severity: 'error' | 'warning';
  /** Path in the repository. */
  file?: string;
  message: string;
}

/** An environment whose files lie in the repository. */
export interface RepositoryEnvironment {
  name: string;
  /** Path of its values in the repository; absent where it has no Helm values. */
  valuesFile?: string;
  /** Absent where the stored spec is not valid, which a check of its own tells. */
  target?: { namespace: string; kubernetesVersion: string };
}

/** A deployment repository in the workspace. */
export interface VerifiedRepository {
  /** Absolute path. */
  folder: string;
  /** Files whose text is checked, relative to the folder, with `/`. */
  files: string[];
  /** Path of the chart; absent where the repository holds plain manifests. */
  chartFolder?: string;
  environments: RepositoryEnvironment[];
  read(file: string): Promise<string>;
}

export interface CheckContext {
  repository: VerifiedRepository;
  config: ElsaScaffolderConfig;
  /** Empty folder for tools to write to. */
  temporaryFolder: string;
  signal?: AbortSignal;
}

/** A check that could not run says why, so that nobody takes it for passed. */
export type CheckResult =
  | { hasRun: true; findings: Array<Omit<Finding, 'check'>> }
  | { hasRun: false; reason: string };

/** One row of the table of checks. */
export interface Check {
  id: string;
  /** What it makes sure of, as the log shows it. */
  title: string;
  run(context: CheckContext): Promise<CheckResult>;
}
