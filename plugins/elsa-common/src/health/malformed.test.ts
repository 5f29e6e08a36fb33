import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { fieldsOf, isRecord } from '../isRecord';
import { evaluateEnvironment } from './evaluateEnvironment';

const FOLDER = path.join(__dirname, 'cases', 'observe');

/** What stands where something else is expected: a field of any kind may hold any of these. */
const ODD = [null, 7, 'x', [], [null], { x: null }];

type Path = (string | number)[];

/** Paths of everything in an object, the object itself left out. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isRecord(value) ? value : {});
  return entries.flatMap(([key, child]) => [
    [...at, key],
    ...pathsOf(child, [...at, key]),
  ]);
}

function withValue(
  value: unknown,
  [key, ...rest]: Path,
  odd: unknown,
): unknown {
  if (key === undefined) return odd;
  const copy = (
    Array.isArray(value) ? [...value] : { ...fieldsOf(value) }
  ) as Record<string | number, unknown>;
  copy[key] = withValue(copy[key], rest, odd);
  return copy;
}

/** Those of backups differ in their schedules only. */
const files = readdirSync(FOLDER).filter(
  file => !/^late-(?!yearly)/.test(file),
);

const recorded = files.map(file => {
  const { input, now } = JSON.parse(
    readFileSync(path.join(FOLDER, file), 'utf8'),
  ) as { input: unknown[]; now: string };
  return { file, input, now: Date.parse(now) };
});

describe('objects that are not what their kind is', () => {
  it.each(recorded)(
    'should be judged without a fault: $file',
    ({ input, now }) => {
      const faults: string[] = [];
      let count = 0;
      input.forEach((object, index) => {
        for (const at of pathsOf(object)) {
          for (const odd of ODD) {
            const objects = [...input];
            objects[index] = withValue(object, at, odd);
            count += 1;
            try {
              evaluateEnvironment({ name: 'payments', now, objects });
            } catch (error) {
              faults.push(`${at.join('.')} = ${JSON.stringify(odd)}: ${error}`);
            }
          }
        }
      });
      expect(count).toBeGreaterThan(200);
      expect(faults.slice(0, 20)).toEqual([]);
    },
  );
});
