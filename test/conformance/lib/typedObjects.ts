import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { apiVersions } from './apiVersions';
import type { KubernetesObject } from './kubernetesObject';

const root = join(__dirname, '..', '..', '..');

/** A file for as long as `use` runs, inside of the repository, so that imports find its packages. */
function withFile<T>(
  name: string,
  content: string,
  use: (file: string) => T,
): T {
  const parent = join(root, '.cache', 'conformance');
  mkdirSync(parent, { recursive: true });
  // Test files run side by side: each has a folder of its own.
  const folder = mkdtempSync(join(parent, 'objects-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, content);
    return use(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Module that exports the interface and the class of an object's kind. */
export function modelModule(object: KubernetesObject): string | undefined {
  const models = apiVersions[object.apiVersion]?.models;
  return models && `${models}/${object.apiVersion}/${object.kind}`;
}

/** Problem of one object, as the TypeScript compiler or a schema states it. */
export interface ObjectProblem {
  object: string;
  message: string;
}

/**
 * Finds unknown and wrongly typed fields: each object becomes a literal of its
 * kind's interface, and the compiler's excess property check does the rest.
 *
 * @param objects by the name under which problems are reported
 */
export function checkTypes(
  objects: Map<string, KubernetesObject>,
): ObjectProblem[] {
  const aliases = new Map<string, string>();
  const imports: string[] = [];
  const lines: string[] = [];
  const names: string[] = [];
  for (const [name, object] of objects) {
    const module = modelModule(object);
    if (!module) continue;
    let alias = aliases.get(module);
    if (!alias) {
      alias = `T${aliases.size}`;
      aliases.set(module, alias);
      imports.push(
        `import type { I${object.kind} as ${alias} } from ${JSON.stringify(module)};`,
      );
    }
    names.push(name);
    lines.push(
      `export const o${lines.length}: ${alias} = ${JSON.stringify(object)};`,
    );
  }
  const source = `${imports.join('\n')}\n${lines.join('\n')}\n`;
  return withFile('objects.ts', source, diagnose).map(diagnostic => {
    const message = ts.flattenDiagnosticMessageText(
      diagnostic.messageText,
      '\n',
    );
    if (!diagnostic.file || diagnostic.start === undefined) {
      return { object: 'compiler', message };
    }
    const { line } = diagnostic.file.getLineAndCharacterOfPosition(
      diagnostic.start,
    );
    const text = diagnostic.file.text.slice(
      diagnostic.start,
      diagnostic.start + 120,
    );
    return {
      object: names[line - imports.length] ?? `import ${line}`,
      message: `${message} at ${text}`,
    };
  });
}

/** What the compiler says of a file. */
function diagnose(file: string): readonly ts.Diagnostic[] {
  return ts.getPreEmitDiagnostics(
    ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ES2022,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      types: [],
    }),
  );
}

/** Finds missing, misspelled and out-of-range values with the kinds' own schemas. */
export function checkValues(
  objects: Map<string, KubernetesObject>,
): ObjectProblem[] {
  const items = [...objects].flatMap(([name, object]) => {
    const module = modelModule(object);
    return module ? [{ name, module, kind: object.kind, object }] : [];
  });
  const printed = withFile('objects.json', JSON.stringify(items), file =>
    execFileSync(
      process.execPath,
      [join(__dirname, 'validateModels.mjs'), file],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    ),
  );
  return JSON.parse(printed) as ObjectProblem[];
}
