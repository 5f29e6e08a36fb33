import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import ts from 'typescript';
import { apiVersions } from './apiVersions';
import type { KubernetesObject } from './kubernetesObject';

const root = join(__dirname, '..', '..', '..');
const load = createRequire(join(root, 'package.json'));

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
  const folder = join(root, '.cache', 'conformance');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'objects.ts');
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
  writeFileSync(file, `${imports.join('\n')}\n${lines.join('\n')}\n`);

  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(diagnostic => {
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

/** Finds missing, misspelled and out-of-range values with the kinds' own schemas. */
export function checkValues(
  objects: Map<string, KubernetesObject>,
): ObjectProblem[] {
  const problems: ObjectProblem[] = [];
  for (const [name, object] of objects) {
    const module = modelModule(object);
    if (!module) continue;
    const Model = load(module)[object.kind] as new (data: unknown) => {
      validate(): void;
    };
    try {
      new Model(object).validate();
    } catch (error) {
      problems.push({ object: name, message: (error as Error).message });
    }
  }
  return problems;
}
