import type { StringField } from './stringFields';

const formatted = (path: ReadonlyArray<string | number>) =>
  path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

const isWithin = (path: string, parent: string) =>
  parent === '' ||
  path === parent ||
  path.startsWith(`${parent}.`) ||
  path.startsWith(`${parent}[`);

/**
 * Whether a refusal names the field that holds the text, or what the field
 * stands in. Of two fields that do not fit together, either may be named when
 * the remedy names the other one.
 */
export function namesField(
  issues: Array<{ path: string; remedy: string }>,
  input: unknown,
  field: StringField,
): boolean {
  const container = field.path.slice(0, -1);
  const own = formatted(field.path);
  const parent = formatted(container);
  const siblings = Object.keys(
    container.reduce<unknown>(
      (value, part) => (value as Record<string, unknown>)[part],
      input,
    ) as object,
  )
    .filter(name => name !== field.path.at(-1))
    .map(name => formatted([...container, name]));
  return issues.some(({ path, remedy }) => {
    const plain = path.replace(/\["(.*?)"\]/g, '.$1').replace(/^\./, '');
    if (plain === own || (plain === parent && parent !== '')) return true;
    if (field.isName) {
      // The field has another name by now, which messages escape and shorten.
      return (
        plain !== '' &&
        isWithin(plain, parent) &&
        !siblings.some(sibling => isWithin(plain, sibling))
      );
    }
    return remedy.includes(own);
  });
}
