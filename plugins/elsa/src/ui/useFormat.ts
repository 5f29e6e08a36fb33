import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { useEffect, useMemo, useState } from 'react';
import { createFormat, type Format } from './format';

const DEFAULT_LANGUAGE = 'en';

/** The browser's own variant (`en-GB` for `en`) also says how the reader writes dates. */
function preferredVariant(language: string): string {
  return (
    navigator.languages?.find(
      candidate =>
        candidate === language || candidate.startsWith(`${language}-`),
    ) ?? language
  );
}

/** Figures in the app's language. @public */
export function useFormat(): Format {
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => languageApi?.getLanguage().language ?? DEFAULT_LANGUAGE,
  );
  useEffect(() => {
    const subscription = languageApi
      ?.language$()
      .subscribe(selected => setLanguage(selected.language));
    return () => subscription?.unsubscribe();
  }, [languageApi]);
  return useMemo(() => createFormat(preferredVariant(language)), [language]);
}
