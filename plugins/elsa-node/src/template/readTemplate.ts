import { InputError, NotFoundError } from '@backstage/errors';
import { promises as fs } from 'fs';
import path from 'path';
import type { EnvironmentTemplate, GeneratedFile } from '../files/types';
import { readText } from '../files/readText';

/** The longest file of the chart has a tenth of it. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;

/** Files of Helm and editors that are no part of the chart. */
const IGNORED = /(^|\/)(\.DS_Store|\.git|\.helmignore~|.*\.swp)$/;

/**
 * Reads the template's folder: `chart/` and `skeleton/`.
 *
 * @throws NotFoundError when the folder is not a template
 * @public
 */
export async function readTemplate(
  directory: string,
): Promise<EnvironmentTemplate> {
  const chart = await readFiles(path.join(directory, 'chart'), refuse);
  if (!chart.some(file => file.path === 'Chart.yaml')) {
    throw new NotFoundError(
      `${directory} is not a template folder: chart/Chart.yaml is missing`,
    );
  }
  return {
    chart: chart.filter(({ path: name }) => !name.startsWith('ci/')),
    skeleton: await readFiles(path.join(directory, 'skeleton'), refuse),
  };
}

function refuse(error: InputError): never {
  throw error;
}

/**
 * Text files below a folder with paths relative to it, in a stable order. A
 * folder that does not exist has none. Symbolic links are left out, and
 * so is what is no text in UTF-8 of a few MiB.
 *
 * @throws InputError when it is no folder or may not be read
 * @public
 */
export async function readFiles(
  directory: string,
  onUnreadable: (error: InputError, path: string) => void = () => {},
): Promise<GeneratedFile[]> {
  const files: GeneratedFile[] = [];
  const visit = async (relative: string) => {
    const entries = await fs.readdir(path.join(directory, relative), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      const name = relative ? `${relative}/${entry.name}` : entry.name;
      if (IGNORED.test(name)) continue;
      if (entry.isDirectory()) await visit(name);
      if (entry.isFile()) {
        const file = path.join(directory, name);
        try {
          const content = await readText(file, LARGEST_FILE_BYTES);
          files.push({ path: name, content });
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          onUnreadable(error, name);
        }
      }
    }
  };
  try {
    await visit('');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR') {
      throw new InputError(`${directory} is not a folder; name another one`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new InputError(`${directory} cannot be read (${code})`);
    }
    if (code !== 'ENOENT') throw error;
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
