import { InputError } from '@backstage/errors';
import { promises as fs } from 'fs';
import { text } from 'stream/consumers';
import { parseAllDocuments } from 'yaml';

/** A spec is a page of text; more is a mistake. */
const LARGEST_SPEC_BYTES = 1024 * 1024;

/**
 * Reads one spec from a file or stdin.
 *
 * @throws InputError when it cannot be read or is not one YAML document
 */
export async function readSpec(file: string): Promise<unknown> {
  const content = await read(file);
  if (content.length > LARGEST_SPEC_BYTES) {
    throw new InputError(`${file} is larger than 1 MiB and no spec`);
  }
  const documents = parseAllDocuments(content);
  if (!Array.isArray(documents) || documents.length !== 1) {
    throw new InputError(
      `${file} must hold exactly one YAML document with one environment`,
    );
  }
  const [document] = documents;
  const [error] = document.errors;
  if (error) throw new InputError(`${file} is not YAML: ${error.message}`);
  try {
    // Few aliases are enough for people; many are an attack.
    return document.toJS({ maxAliasCount: 20 });
  } catch (cause) {
    throw new InputError(`${file} cannot be read as YAML`, cause);
  }
}

async function read(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${file} cannot be read (${code ?? String(error)})`);
  }
}
