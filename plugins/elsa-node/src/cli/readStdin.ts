import { decodeText, refuseSize } from '../files/readText';

/**
 * Everything that stdin gives.
 *
 * @throws InputError when it is no UTF-8 text of at most so many bytes
 */
export async function readStdin(maximumBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  for await (const chunk of process.stdin) {
    total += chunk.length;
    if (total > maximumBytes) {
      throw refuseSize('The input', maximumBytes);
    }
    chunks.push(Buffer.from(chunk));
  }
  return decodeText(Buffer.concat(chunks), 'The input');
}
