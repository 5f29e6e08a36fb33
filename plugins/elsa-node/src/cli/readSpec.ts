import { InputError } from '@backstage/errors';
import { LineCounter, parseAllDocuments } from 'yaml';
import { decodeText, readText, refuseSize } from '../shell/readText';

/** A spec is a page of text; more is a mistake. */
const LARGEST_SPEC_BYTES = 1024 * 1024;

/**
 * Reads one spec from a file or stdin.
 *
 * @throws InputError when it cannot be read or is not one YAML document
 */
export async function readSpec(file: string): Promise<unknown> {
  const content =
    file === '-' ? await readStdin() : await readText(file, LARGEST_SPEC_BYTES);
  const name = file === '-' ? 'The input' : file;
  try {
    return parseSpec(content, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser calls itself for every level.
    throw new InputError(`${name} is nested too deeply to be a spec`);
  }
}

function parseSpec(content: string, name: string): unknown {
  const lineCounter = new LineCounter();
  // Pretty errors repeat the line, which may hold a secret.
  const documents = parseAllDocuments(content, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
  });
  if (!Array.isArray(documents) || documents.length !== 1) {
    throw new InputError(
      `${name} must hold exactly one YAML document with one environment`,
    );
  }
  const [document] = documents;
  // A tag that is not known would be dropped silently.
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) {
    const { line, col } = lineCounter.linePos(problem.pos[0]);
    throw new InputError(
      `${name} is not YAML: ${problem.message} (line ${line}, column ${col})`,
    );
  }
  try {
    // Few aliases are enough for people; many are an attack.
    return document.toJS({ maxAliasCount: 20 });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw new InputError(
      `${name} cannot be read as YAML: its aliases stand for too much, or for what is not there; write out what they stand for`,
    );
  }
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
