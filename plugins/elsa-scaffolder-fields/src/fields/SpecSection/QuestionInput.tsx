import { NumberField, Select, Switch, Text, TextField } from '@backstage/ui';
import { useId } from 'react';
import { messages } from '../../translations/en';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { Acknowledgement } from './Acknowledgement';
import { describeChoice, type FormQuestion } from './describeAnswer';
import { DraftText } from './DraftText';
import { formatLabels, formatList, parseLabels, parseList } from './formats';
import styles from './SpecSection.module.css';

type HelpText = keyof typeof messages.help;

function hasHelp(text: string): text is HelpText {
  return Object.hasOwn(messages.help, text);
}

export interface QuestionInputProps {
  offered: FormQuestion;
  /** Undefined goes back to the default. */
  onAnswer: (answer: unknown) => void;
  /** What is wrong with the answer. */
  problem?: string;
  isDisabled?: boolean;
}

/** Shows the effective value as a hint where there is no answer. */
function readHint(effective: unknown): string | undefined {
  return typeof effective === 'string' || typeof effective === 'number'
    ? String(effective)
    : undefined;
}

function SwitchInput(props: QuestionInputProps & { help?: string }) {
  const { offered, onAnswer, problem, help, isDisabled } = props;
  const { t } = useScaffolderTexts();
  const helpId = useId();
  const text = problem ?? help;
  return (
    <div>
      <Switch
        label={t(`ask.${offered.question.text}`)}
        isSelected={offered.effective === true}
        onChange={onAnswer}
        isDisabled={isDisabled}
        aria-describedby={text ? helpId : undefined}
      />
      {text && (
        <Text
          as="p"
          id={helpId}
          variant="body-small"
          color={problem ? 'danger' : 'secondary'}
          className={styles.help}
        >
          {text}
        </Text>
      )}
    </div>
  );
}

/** The input that fits a question, with the effective value in it. */
export function QuestionInput(props: QuestionInputProps) {
  const { offered, onAnswer, problem, isDisabled } = props;
  const { question, answer, effective, choices } = offered;
  const { t } = useScaffolderTexts();
  const help = hasHelp(question.text) ? t(`help.${question.text}`) : undefined;
  const common = {
    label: t(`ask.${question.text}`),
    description: help,
    isRequired: question.isRequired,
    isDisabled,
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
  };
  switch (question.kind) {
    case 'acknowledgement':
      return <Acknowledgement {...props} />;
    case 'switch':
      return <SwitchInput {...props} help={help} />;
    case 'choice':
      return (
        <Select
          {...common}
          options={choices.map(choice => ({
            value: choice.value,
            label: describeChoice(choice, t),
          }))}
          placeholder={t('section.open')}
          value={typeof effective === 'string' ? effective : null}
          onChange={value => onAnswer(value === null ? undefined : value)}
        />
      );
    case 'number':
      return (
        <NumberField
          {...common}
          value={typeof effective === 'number' ? effective : Number.NaN}
          minValue={question.minimum}
          maxValue={question.maximum}
          onChange={value =>
            onAnswer(Number.isFinite(value) ? value : undefined)
          }
        />
      );
    case 'list':
      return (
        <DraftText
          {...common}
          value={formatList(answer)}
          onChange={text => onAnswer(parseList(text))}
        />
      );
    case 'labels':
      return (
        <DraftText
          {...common}
          value={formatLabels(answer)}
          onChange={text => onAnswer(parseLabels(text))}
        />
      );
    default:
      return (
        <TextField
          {...common}
          value={typeof answer === 'string' ? answer : ''}
          placeholder={readHint(effective)}
          onChange={value => onAnswer(value.trim() === '' ? undefined : value)}
        />
      );
  }
}
