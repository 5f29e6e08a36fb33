import { readText } from '../files/readText';
import { LARGEST_SPEC_BYTES, readSpecText } from '../files/readYaml';
import { readStdin } from './readStdin';

/**
 * Reads one spec from a file or stdin.
 *
 * @throws InputError when it cannot be read or is not one YAML document
 */
export async function readSpec(file: string): Promise<unknown> {
  return file === '-'
    ? readSpecText(await readStdin(LARGEST_SPEC_BYTES), 'The input')
    : readSpecText(await readText(file, LARGEST_SPEC_BYTES), file);
}
