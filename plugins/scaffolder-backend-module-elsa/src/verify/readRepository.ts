import { promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { readFiles } from '../git/fileTree';
import { checkStoredSpec } from './checkStoredSpec';
import type { VerifiedRepository } from './types';

/** Folder of the stored specs, one file per environment. */
export const SPEC_FOLDER = '.elsa';
const CHART_FOLDER = 'charts/elsa-workflows';
const SPEC_FILE = /^\.elsa\/([^/]+)\.yaml$/;

/** What of a repository is looked at. */
export interface VerificationScope {
  /** Names of the environments that must be there; default: all that are. */
  environments?: string[];
  /** Paths of the files whose text is checked; default: all. */
  files?: string[];
}

/**
 * Reads which environments a repository holds.
 *
 * @throws InputError when one is not there, or none at all
 */
export async function readRepository(
  folder: string,
  { environments: names, files: judged }: VerificationScope = {},
): Promise<VerifiedRepository> {
  const files = (await readFiles(folder)).map(file => file.path);
  const found = files
    .map(file => SPEC_FILE.exec(file)?.[1])
    .filter(name => name !== undefined);
  const read = (file: string) => fs.readFile(path.join(folder, file), 'utf8');
  const missing = (names ?? []).filter(name => !found.includes(name));
  if (missing.length > 0 || found.length === 0) {
    throw new InputError(
      `The folder holds no environment${missing.length > 0 ? ` ${missing.join(', ')}` : ''}: no file ${SPEC_FOLDER}/${missing[0] ?? '<environment>'}.yaml. Run elsa:environment:generate before, or correct the path`,
    );
  }
  return {
    folder,
    files: judged ? files.filter(file => judged.includes(file)) : files,
    chartFolder: files.includes(`${CHART_FOLDER}/Chart.yaml`)
      ? CHART_FOLDER
      : undefined,
    environments: await Promise.all(
      (names ?? found).map(async name => {
        const valuesFile = `environments/${name}/values.yaml`;
        const { spec } = checkStoredSpec(
          await read(`${SPEC_FOLDER}/${name}.yaml`),
        );
        return {
          name,
          ...(files.includes(valuesFile) && { valuesFile }),
          ...(spec && { target: spec.target }),
        };
      }),
    ),
    read,
  };
}
