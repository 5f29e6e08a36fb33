import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { isSourceFine, SOURCE_APPEARANCE, SOURCE_STATE_KEYS } from '../sources';
import { joinSentences } from '../../ui/joinSentences';
import { localizeTimes } from '../../ui/localizeTimes';
import { Notice } from '../../ui/Notice';

/** What was read of it last is of the last attempt: only some of it is missing. */
function isReadInPart({ lastDataAt, lastAttemptAt }: SourceStatus): boolean {
  return lastDataAt !== undefined && lastDataAt === lastAttemptAt;
}

/** What is wrong with each source that fails, and what to do about it. */
export function SourceProblems({ sources }: { sources: SourceStatus[] }) {
  const { t } = useTexts();
  const format = useFormat();
  const figuresText = (source: SourceStatus) => {
    if (isReadInPart(source)) {
      return undefined;
    }
    return t(
      (source.lastDataAt ?? source.lastSuccessAt)
        ? 'sources.staleFigures'
        : 'sources.noFigures',
    );
  };
  return (
    <>
      {sources
        .filter(source => !isSourceFine(source.state))
        .map(source => (
          <Notice
            key={source.id}
            appearance={SOURCE_APPEARANCE[source.state]}
            title={t('sources.problem', {
              source: `${t(`sources.kind.${source.kind}`)} ${source.name}`,
              state: t(SOURCE_STATE_KEYS[source.state]),
            })}
          >
            {(source.message || source.remedy) && (
              <span lang="en">
                {localizeTimes(
                  joinSentences(source.message, source.remedy),
                  format,
                )}
              </span>
            )}{' '}
            {source.nextAttemptAt &&
              source.state !== 'rate-limited' &&
              `${t('sources.nextAttempt', {
                time: localizeTimes(source.nextAttemptAt, format),
              })} `}
            {figuresText(source)}
          </Notice>
        ))}
    </>
  );
}
