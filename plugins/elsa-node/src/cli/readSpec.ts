import { decodeText, readText, refuseSize } from '../shell/readText';
import { LARGEST_SPEC_BYTES, readSpecText } from '../shell/readYaml';

/**
 * Reads one spec from a file or stdin.
 *
 * @throws InputError when it cannot be read or is not one YAML document
 */
export async function readSpec(file: string): Promise<unknown> {
  return file === '-'
    ? readSpecText(await readStdin(), 'The input')
    : readSpecText(await readText(file, LARGEST_SPEC_BYTES), file);
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    total += chunk.length;
    if (total > LARGEST_SPEC_BYTES) {
      throw refuseSize('The input', LARGEST_SPEC_BYTES);
    }
    chunks.push(Buffer.from(chunk));
  }
  return decodeText(Buffer.concat(chunks), 'The input');
}
