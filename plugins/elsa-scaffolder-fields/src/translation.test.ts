import { messages } from './translations/en';

const LANGUAGES = ['de', 'fr', 'es', 'ja', 'zh'] as const;

const loaders = {
  de: () => import('./translations/de'),
  fr: () => import('./translations/fr'),
  es: () => import('./translations/es'),
  ja: () => import('./translations/ja'),
  zh: () => import('./translations/zh'),
};

const english = Object.fromEntries(
  Object.entries(messages).flatMap(([group, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text]),
  ),
);

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(match => match[1]).sort();

describe('elsaScaffolderTranslationRef', () => {
  it.each(LANGUAGES)(
    'should be complete in %s, with the same placeholders',
    async language => {
      const translated: Record<string, string> = (await loaders[language]())
        .default;
      expect(Object.keys(translated).sort()).toEqual(
        Object.keys(english).sort(),
      );
      for (const [key, text] of Object.entries(translated)) {
        expect({ key, names: placeholders(text) }).toEqual({
          key,
          names: placeholders(english[key]),
        });
      }
    },
  );
});
