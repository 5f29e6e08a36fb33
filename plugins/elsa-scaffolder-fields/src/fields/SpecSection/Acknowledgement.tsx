import { Alert, Checkbox } from '@backstage/ui';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import type { FormQuestion } from './describeAnswer';

/** What is at stake, and the one thing by which it is taken on. */
export function Acknowledgement(props: {
  offered: FormQuestion;
  /** Undefined takes it back. */
  onAnswer: (answer: string[] | undefined) => void;
  isDisabled?: boolean;
}) {
  const { offered, onAnswer, isDisabled } = props;
  const { question, finding, answer } = offered;
  const { t } = useScaffolderTexts();
  if (!finding) {
    return null;
  }
  const { id, version } = finding;
  return (
    <Alert
      status="danger"
      icon
      title={t('section.acknowledgeTitle', { version })}
      description={
        <>
          <p>{t('section.acknowledgeBody')}</p>
          <Checkbox
            // An acknowledgement of another version is none of this one.
            isSelected={Array.isArray(answer) && answer.includes(id)}
            onChange={isSelected => onAnswer(isSelected ? [id] : undefined)}
            isDisabled={isDisabled}
          >
            {t(`ask.${question.text}`)} (<code>{id}</code>)
          </Checkbox>
        </>
      }
    />
  );
}
