import { isError } from '@backstage/errors';
import { errorMessage } from './errorMessage';
import { useTexts } from './useTexts';

/**
 * Says why something failed. Where nothing answered at all, each browser has
 * words of its own ("Failed to fetch"), which tell nobody anything.
 */
export function useErrorText(): (error: Error) => string {
  const { t } = useTexts();
  return error =>
    isError(error) && error.name === 'TypeError'
      ? t('states.noAnswer')
      : errorMessage(error);
}
