import {
  appLanguageApiRef,
  errorApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { type HealthReason } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  resolveRunbook,
  RUNBOOK_DATABASES,
  RUNBOOK_KEYS,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { crashLoop } from '../../dev/__data__';
import { RUNBOOK_LANGUAGES } from './useRunbookText';
import { useReasonTitle } from './useReasonTitle';

/** Every English text that the runbook can show, for whatever database. */
function englishTexts(): string[] {
  const entries = RUNBOOK_KEYS.flatMap(key =>
    RUNBOOK_DATABASES.map(databaseKind => {
      const entry = resolveRunbook(key, {
        environment: 'x',
        namespace: 'x',
        databaseKind,
      });
      if (!entry) {
        throw new Error(`There is no entry ${key}`);
      }
      return entry;
    }),
  );
  return [
    ...new Set(
      entries.flatMap(({ title, meaning, steps }) => [
        title,
        meaning,
        ...steps.map(({ text }) => text),
      ]),
    ),
  ].sort();
}

/** What a translation has to leave as it is: code, placeholders, error codes, paths. */
const literals = (text: string) =>
  [...text.matchAll(/`[^`]*`|<\w+>|\b[\dA-Z]{5}\b|\b\d{2,}\b|\w+_\w+/g)]
    .map(([match]) => match)
    .sort();

describe('texts of the runbook', () => {
  it.each(Object.entries(RUNBOOK_LANGUAGES))(
    'should be complete in %s, with the same code and figures',
    async (_, load) => {
      const { default: texts } = await load();
      expect(Object.keys(texts).sort()).toEqual(englishTexts());
      for (const [english, text] of Object.entries(texts)) {
        expect({ english, literals: literals(text) }).toEqual({
          english,
          literals: literals(english),
        });
        expect(text.trim()).toBe(text);
        expect(text).not.toBe('');
        expect(text).not.toBe(english);
      }
    },
  );
});

function renderTitles(language: string, reason: HealthReason) {
  const languageApi = {
    getAvailableLanguages: () => ({ languages: ['en', language] }),
    setLanguage: () => {},
    getLanguage: () => ({ language }),
    language$: () => ({ subscribe: () => ({ unsubscribe: () => {} }) }),
  };
  return renderHook(() => useReasonTitle()(reason), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider
        apis={[
          [appLanguageApiRef, languageApi as never],
          [translationApiRef, mockApis.translation()],
          [errorApiRef, mockApis.error()],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  }).result;
}

describe('useReasonTitle', () => {
  const [reason] = crashLoop().health.reasons;

  it("should say the API's own sentence in English", () => {
    expect(renderTitles('en', reason).current).toEqual({
      text: reason.message,
    });
  });

  it('should name the object and what it means in another language', async () => {
    const title = renderTitles('de', reason);
    await waitFor(() =>
      expect(title.current).toEqual({
        text: 'Pod payments-staging-server-7c9d4b5f6-k2x8p: Ein Container stürzt immer wieder ab',
      }),
    );
  });

  it('should mark as English what nobody translated', () => {
    expect(
      renderTitles('de', { ...reason, runbook: 'of-the-future' }).current,
    ).toEqual({ text: reason.message, lang: 'en' });
    expect(renderTitles('it', reason).current).toEqual({
      text: reason.message,
      lang: 'en',
    });
  });
});
