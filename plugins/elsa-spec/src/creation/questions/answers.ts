import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';

type Values = Record<string, unknown>;

/** The value at a path such as `mesh.kind`; undefined where nothing is. @public */
export function readAnswer(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined,
      values,
    );
}

/**
 * A copy with another value at a path, or without it when the value is
 * undefined. Objects that become empty go as well.
 *
 * @public
 */
export function writeAnswer(
  values: Values,
  path: string,
  value: unknown,
): Values {
  const [key, ...rest] = path.split('.');
  const child =
    rest.length === 0
      ? value
      : writeAnswer(
          isRecord(values[key]) ? values[key] : {},
          rest.join('.'),
          value,
        );
  const isGone =
    child === undefined ||
    (rest.length > 0 && isRecord(child) && Object.keys(child).length === 0);
  const { [key]: _old, ...others } = values;
  return isGone ? others : { ...others, [key]: child };
}
