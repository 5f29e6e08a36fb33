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

/** What the inputs have in common, whatever they ask for. */
function useInputProps(props: QuestionInputProps) {
  const { offered, problem, isDisabled } = props;
  const { question } = offered;
  const { t } = useScaffolderTexts();
  return {
    label: t(`ask.${question.text}`),
    description: hasHelp(question.text)
      ? t(`help.${question.text}`)
      : undefined,
    isRequired: question.isRequired,
    isDisabled,
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
  };
}

function ChoiceInput(props: QuestionInputProps) {
  const { offered, onAnswer } = props;
  const { t } = useScaffolderTexts();
  return (
    <Select
      {...useInputProps(props)}
      options={offered.choices.map(choice => ({
        value: choice.value,
        label: describeChoice(choice, t),
      }))}
      placeholder={t('section.open')}
      value={typeof offered.effective === 'string' ? offered.effective : null}
      onChange={value => onAnswer(value === null ? undefined : value)}
    />
  );
}

function NumberInput(props: QuestionInputProps) {
  const { offered, onAnswer } = props;
  const { question, effective } = offered;
  return (
    <NumberField
      {...useInputProps(props)}
      value={typeof effective === 'number' ? effective : Number.NaN}
      minValue={question.minimum}
      maxValue={question.maximum}
      onChange={value => onAnswer(Number.isFinite(value) ? value : undefined)}
    />
  );
}

/** The input that fits a question, with the effective value in it. */
export function QuestionInput(props: QuestionInputProps) {
  const { offered, onAnswer } = props;
  const { question, answer, effective } = offered;
  const common = useInputProps(props);
  switch (question.kind) {
    case 'acknowledgement':
      return <Acknowledgement {...props} />;
    case 'switch':
      return <SwitchInput {...props} help={common.description} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'number':
      return <NumberInput {...props} />;
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
