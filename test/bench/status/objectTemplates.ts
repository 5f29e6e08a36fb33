import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { managedFieldsOf } from './managedFields';
import type { BenchEnvironment } from './scenario';

/** Writes one object of an environment as JSON. */
type Render = (environment: BenchEnvironment, restarts: number) => string;

/** Objects of one environment, by the path of their list. */
export type ObjectTemplates = ReadonlyMap<string, readonly Render[]>;

const TOKEN =
  /(\{\{environment\}\}|\{\{namespace\}\}|\{\{owner\}\}|\{\{id\}\}|"\{\{restarts\}\}")/;

/** Cut into pieces once: the benchmark's own work must stay small. */
function compile(text: string): Render {
  const pieces = text.split(TOKEN);
  return ({ name, owner, index }, restarts) => {
    const id = index.toString(16).padStart(6, '0');
    let result = '';
    for (const piece of pieces) {
      if (piece === '{{environment}}' || piece === '{{namespace}}') {
        result += name;
      } else if (piece === '{{owner}}') {
        // Nobody gets figures of what the cluster says is another owner's.
        result += owner;
      } else if (piece === '{{id}}') {
        result += id;
      } else if (piece === '"{{restarts}}"') {
        result += restarts;
      } else {
        result += piece;
      }
    }
    return result;
  };
}

interface RecordedObject extends Record<string, unknown> {
  metadata: Record<string, unknown>;
  status?: { containerStatuses?: Array<Record<string, unknown>> };
}

function prepare(item: RecordedObject, isFirstPod: boolean): string {
  const { apiVersion, kind, ...object } = item;
  const [container] = object.status?.containerStatuses ?? [];
  if (isFirstPod && container) {
    container.restartCount = '{{restarts}}';
  }
  object.metadata = {
    ...object.metadata,
    managedFields: managedFieldsOf(object),
  };
  // Items of a list carry neither kind nor apiVersion.
  return JSON.stringify(object);
}

function load(file: string): ObjectTemplates {
  const recorded: Record<string, RecordedObject[]> = JSON.parse(
    readFileSync(join(__dirname, 'objects', `${file}.json`), 'utf8'),
  );
  return new Map(
    Object.entries(recorded).map(([path, items]) => [
      path,
      items.map((item, index) =>
        compile(prepare(item, path === 'api/v1/pods' && index === 0)),
      ),
    ]),
  );
}

/** One production environment for two others, as teams have them. */
export function createTemplateChooser(): (
  environment: BenchEnvironment,
) => ObjectTemplates {
  const production = load('production');
  const staging = load('staging');
  return ({ index }) => (index % 3 === 0 ? production : staging);
}
