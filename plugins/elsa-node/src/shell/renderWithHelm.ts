import { InputError } from '@backstage/errors';
import { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';
import { execFile } from 'child_process';
import { promises as fs } from 'fs';
import os from 'os';
import path from 'path';
import { promisify } from 'util';
import { parseAllDocuments } from 'yaml';
import type { RenderInput } from '../generate/generateEnvironment';
import type { KubernetesObject } from '../files/types';
import { writeFiles } from './writeFiles';

const run = promisify(execFile);

/** Rendering a chart of this size takes about a second. */
const TIMEOUT_MILLISECONDS = 60_000;
const LARGEST_OUTPUT_BYTES = 64 * 2 ** 20;

/**
 * Renders an environment with the real Helm, in a temporary folder.
 *
 * @param helm - path of the helm binary, or its name in PATH
 * @throws InputError with Helm's own message, without credentials, when it refuses
 * @public
 */
export async function renderWithHelm(
  input: RenderInput,
  options: { helm: string },
): Promise<KubernetesObject[]> {
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'elsa-render-'));
  try {
    await writeFiles(path.join(directory, 'chart'), input.chart);
    const valuesFile = path.join(directory, 'values.yaml');
    await fs.writeFile(valuesFile, input.valuesFile);
    const { stdout } = await run(
      options.helm,
      [
        'template',
        input.releaseName,
        path.join(directory, 'chart'),
        '--namespace',
        input.namespace,
        '--values',
        valuesFile,
        '--kube-version',
        input.kubernetesVersion,
      ],
      {
        timeout: TIMEOUT_MILLISECONDS,
        maxBuffer: LARGEST_OUTPUT_BYTES,
        // Helm looks for plugins and repositories there; ours has none.
        env: { PATH: process.env.PATH, HOME: directory },
      },
    );
    return parseObjects(stdout);
  } catch (error) {
    throw new InputError(
      `helm (${options.helm}) could not render the environment: ${maskCredentials(
        messageOf(error),
      )}`,
    );
  } finally {
    await fs.rm(directory, { recursive: true, force: true });
  }
}

function messageOf(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message?: string };
  return stderr?.trim() || message || String(error);
}

function parseObjects(text: string): KubernetesObject[] {
  return parseAllDocuments(text).flatMap(document => {
    const [error] = document.errors;
    if (error) throw error;
    const value: unknown = document.toJS();
    return value === null || value === undefined
      ? []
      : [value as KubernetesObject];
  });
}
