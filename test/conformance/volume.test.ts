import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { cases } from './lib/cases';

type Path = Array<string | number>;

/** Many more than anybody writes. */
const MANY = 1500;
const LONG = 'a'.repeat(100_000);

interface Container {
  id: string;
  path: Path;
}

/** Every list and object of a spec, the spec itself first. */
function containersOf(value: unknown, path: Path = []): Container[] {
  if (typeof value !== 'object' || value === null) return [];
  const id = path
    .map(part => (typeof part === 'number' ? '[]' : part))
    .join('.');
  return [
    { id, path },
    ...Object.entries(value).flatMap(([key, child]) =>
      containersOf(child, [
        ...path,
        ...(Array.isArray(value) ? [Number(key)] : [key]),
      ]),
    ),
  ];
}

/** The value at a path replaced; everything else is shared. */
function change(
  value: unknown,
  [head, ...rest]: Path,
  replace: (value: unknown) => unknown,
): unknown {
  if (head === undefined) return replace(value);
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === head ? change(item, rest, replace) : item,
    );
  }
  const fields = value as Record<string, unknown>;
  return { ...fields, [head]: change(fields[head], rest, replace) };
}

/** The same container with very many entries of one kind. */
const FLOODS: Record<string, (container: unknown) => unknown> = {
  'its entries again and again': container =>
    Array.isArray(container)
      ? Array.from({ length: MANY }, (_, i) => container[i % container.length])
      : {
          ...(container as object),
          ...Object.fromEntries(
            Array.from({ length: MANY }, (_, index) => [
              `x${index}`,
              Object.values(container as object)[0],
            ]),
          ),
        },
  'names that nobody knows': container =>
    Array.isArray(container)
      ? Array.from({ length: MANY }, (_, index) => ({ [`x${index}`]: index }))
      : {
          ...(container as object),
          ...Object.fromEntries(
            Array.from({ length: MANY }, (_, index) => [`x${index}`, index]),
          ),
        },
  'one long text': container =>
    Array.isArray(container)
      ? [...container, LONG]
      : { ...(container as object), [LONG]: LONG },
};

describe('specs of very many fields', () => {
  const seen = new Set<string>();
  const containers = cases.flatMap(({ input }) =>
    containersOf(input)
      .filter(({ id }) => !seen.has(id) && seen.add(id))
      .map(container => ({ ...container, input })),
  );

  it.each(Object.entries(FLOODS))(
    'should be answered with few errors that name fields: %s',
    (_, flood) => {
      const wrong = containers.flatMap(({ id, path, input }) => {
        const { issues } = checkEnvironmentSpec(change(input, path, flood));
        const text = JSON.stringify(issues);
        const isFine = issues.length <= 101 && text.length < 200_000;
        return isFine ? [] : [{ id, count: issues.length, size: text.length }];
      });
      expect(wrong).toEqual([]);
      expect(containers.length).toBeGreaterThan(50);
    },
  );
});
