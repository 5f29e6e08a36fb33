import de from './de';
import es from './es';
import fr from './fr';
import ja from './ja';
import { messages } from './messages';
import zh from './zh';

function flatten(tree: object, prefix = ''): Array<[string, string]> {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\w+\}\}/g)].map(([match]) => match).sort();

describe('translations', () => {
  const english = flatten(messages);

  it.each(Object.entries({ de, es, fr, ja, zh }))(
    'should be complete in %s, with the same placeholders',
    (_, translated: Record<string, string>) => {
      expect(Object.keys(translated).sort()).toEqual(
        english.map(([key]) => key).sort(),
      );
      for (const [key, text] of english) {
        expect({ key, placeholders: placeholders(translated[key]) }).toEqual({
          key,
          placeholders: placeholders(text),
        });
        expect(translated[key].trim()).not.toBe('');
      }
    },
  );
});
