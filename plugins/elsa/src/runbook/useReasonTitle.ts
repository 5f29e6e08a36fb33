import { type HealthReason } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { resolveRunbook } from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import { useFormat } from '../ui/useFormat';
import { useTexts } from '../ui/useTexts';
import { localizeTimes } from '../ui/localizeTimes';
import { useRunbookText } from './useRunbookText';

/** A sentence, with its language where that is not the page's. */
export interface ReasonTitle {
  text: string;
  lang?: 'en';
}

/** No name is needed for an entry's title. */
const NO_CONTEXT = { environment: '', namespace: '' };

/**
 * What a reason says, in the reader's language. The API's sentence is English;
 * in other languages the object that it is about and the title of its runbook
 * entry say the same less exactly.
 */
export function useReasonTitle(): (reason: HealthReason) => ReasonTitle {
  const { t } = useTexts();
  const format = useFormat();
  const runbookText = useRunbookText();
  const isEnglish = format.language.split('-')[0] === 'en';
  return reason => {
    const english = localizeTimes(reason.message, format);
    if (isEnglish) {
      return { text: english };
    }
    const entry = resolveRunbook(reason.runbook, NO_CONTEXT);
    const title = entry && runbookText(entry.title);
    const object = reason.evidence?.object;
    return title
      ? {
          text: t('reasons.headline', {
            title,
            object: object
              ? `${object.kind} ${object.name}`
              : t(`component.${reason.component}`),
          }),
        }
      : { text: english, lang: 'en' };
  };
}
