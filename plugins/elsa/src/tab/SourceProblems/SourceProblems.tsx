import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useFormat } from '../../ui/useFormat';
import { useTexts } from '../../ui/useTexts';
import { isSourceFine, SOURCE_APPEARANCE, SOURCE_STATE_KEYS } from '../sources';
import { localizeTimes } from '../../ui/localizeTimes';
import { Notice } from '../../ui/Notice';

/** What is wrong with each source that fails, and what to do about it. */
export function SourceProblems({ sources }: { sources: SourceStatus[] }) {
  const { t } = useTexts();
  const format = useFormat();
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
                  [source.message, source.remedy]
                    .flatMap(text => (text ? asSentence(text) : []))
                    .join(' '),
                  format,
                )}
              </span>
            )}{' '}
            {source.nextAttemptAt &&
              source.state !== 'rate-limited' &&
              `${t('sources.nextAttempt', {
                time: localizeTimes(source.nextAttemptAt, format),
              })} `}
            {t(
              source.lastSuccessAt
                ? 'sources.staleFigures'
                : 'sources.noFigures',
            )}
          </Notice>
        ))}
    </>
  );
}

/** Messages of servers end as they like. */
function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
