import { InputError } from '@backstage/errors';
import {
  type Document,
  isScalar,
  LineCounter,
  parseAllDocuments,
  type Scalar,
  visit,
} from 'yaml';
import { refuseSize } from './readText';

/** A spec is a page of text; more is a mistake. */
export const LARGEST_SPEC_BYTES = 1024 * 1024;

/** Few aliases are enough for people; many are an attack. */
const MOST_ALIASES = 20;

/**
 * Content of a YAML file that anybody may have written, one value for each
 * document.
 *
 * @param name - how messages call it
 * @throws InputError when it is too large, too deep or no YAML, holds a key
 *   twice or a tag that is not known, or aliases that stand for too much
 * @public
 */
export function readYamlDocuments(
  content: string,
  name: string,
  options: { maximumBytes?: number } = {},
): unknown[] {
  const { maximumBytes = LARGEST_SPEC_BYTES } = options;
  if (Buffer.byteLength(content) > maximumBytes) {
    throw refuseSize(name, maximumBytes);
  }
  try {
    return parse(content, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser calls itself for every level.
    throw new InputError(`${name} is nested too deeply`);
  }
}

/**
 * A spec as it was written, from text that anybody may have changed.
 *
 * @param name - how messages call it
 * @throws InputError as `readYamlDocuments`, and when it is not one document
 * @public
 */
export function readSpecText(content: string, name: string): unknown {
  const documents = readYamlDocuments(content, name);
  if (documents.length !== 1) {
    throw new InputError(
      `${name} must hold exactly one YAML document with one environment`,
    );
  }
  return documents[0];
}

function parse(content: string, name: string): unknown[] {
  const lineCounter = new LineCounter();
  // Pretty errors repeat the line, which may hold a secret.
  const documents = parseAllDocuments(content, {
    lineCounter,
    prettyErrors: false,
    logLevel: 'error',
    // Done below: the parser compares each key with all before it.
    uniqueKeys: false,
  });
  return documents.map(document => {
    // A tag that is not known would be dropped silently.
    const [problem] = [...document.errors, ...document.warnings];
    if (problem?.code === 'RESOURCE_EXHAUSTION') {
      throw new RangeError(problem.message);
    }
    if (problem) {
      const { line, col } = lineCounter.linePos(problem.pos[0]);
      throw new InputError(
        `${name} is not YAML: ${problem.message} (line ${line}, column ${col})`,
      );
    }
    const repeated = findRepeatedKey(document);
    if (repeated) {
      const { line, col } = lineCounter.linePos(repeated.range?.[0] ?? 0);
      throw new InputError(
        `${name} is not YAML: Map keys must be unique (line ${line}, column ${col})`,
      );
    }
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      throw new InputError(
        `${name} cannot be read as YAML: its aliases expand to too much or refer to missing anchors; write the values out`,
      );
    }
  });
}

function findRepeatedKey(document: Document.Parsed): Scalar | undefined {
  let repeated: Scalar | undefined;
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (isScalar(key)) {
          if (seen.has(key.value)) {
            repeated = key;
            return visit.BREAK;
          }
          seen.add(key.value);
        }
      }
      return undefined;
    },
  });
  return repeated;
}
