/** A request that the description of the API allows. */
export interface ApiRequest {
  operation: string;
  method: string;
  path: string;
  /** The query parameter that it tries. */
  parameter?: string;
  /** What the path names; none for routes that name nothing. */
  target?: Readonly<Record<string, string>>;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
}

interface Operation {
  operationId: string;
  parameters?: Parameter[];
}

interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> };
}

/**
 * Every route with each of its query parameters.
 *
 * @throws Error where a parameter has no sample: whoever adds one says here
 * what it looks like
 */
export function requestsOf(
  document: object,
  samples: {
    targets: ReadonlyArray<Readonly<Record<string, string>>>;
    /** None: without parameters. */
    queries?: Readonly<Record<string, readonly string[]>>;
  },
): ApiRequest[] {
  const { paths, components } = document as Description;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const queries = (operation.parameters ?? [])
        .map(item =>
          item.$ref
            ? components.parameters[item.$ref.split('/').at(-1) ?? '']
            : item,
        )
        .filter(item => item.in === 'query' && samples.queries)
        .flatMap(({ name }) =>
          requireSample(samples.queries ?? {}, name).map(value => ({
            parameter: name,
            query: `?${new URLSearchParams({ [name]: value })}`,
          })),
        );
      const targets = path.includes('{') ? samples.targets : [undefined];
      return targets.flatMap(target =>
        [{ parameter: undefined, query: '' }, ...queries].map(
          ({ parameter, query }) => ({
            operation: operation.operationId,
            method: method.toUpperCase(),
            path: `${fillPath(path, target ?? {})}${query}`,
            parameter,
            target,
          }),
        ),
      );
    }),
  );
}

function fillPath(
  path: string,
  target: Readonly<Record<string, string>>,
): string {
  return path.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(requireSample(target, name)),
  );
}

export function requireSample<T>(
  samples: Readonly<Record<string, T>>,
  name: string,
): T {
  if (!Object.hasOwn(samples, name)) {
    throw new Error(`Parameter '${name}' is new: give a sample of it`);
  }
  return samples[name];
}
