import type { CreationSection } from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Flex,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { describeIssue, type FormValues } from '../../utils/draftSpec';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { FieldSurface } from '../FieldSurface';
import { IssueList } from '../IssueList';
import { describeAnswer, type FormQuestion } from './describeAnswer';
import { QuestionInput } from './QuestionInput';
import { type SealedAnswers, SealedValues } from './SealedValues';
import { type SectionState, type SectionValue, useSection } from './useSection';

/** Sections that everyone has to see; the others are folded. */
const UNFOLDED: readonly string[] = [
  'database',
  'loadBalancer',
  'acknowledgement',
  'sources',
];

export interface SectionFormProps {
  section: CreationSection;
  /** Values of all pages. */
  values: FormValues;
  value: SectionValue | undefined;
  onChange: (value: SectionValue | undefined) => void;
  /** The page was left and something in this section was wrong. */
  isRefused: boolean;
  isDisabled?: boolean;
}

type QuestionsProps = SectionFormProps & {
  state: SectionState;
};

/** Tells what is wrong with a field, once its reader has come to it. */
function createProblemFinder({ state, isRefused }: QuestionsProps) {
  return (path: string, isAnswered: boolean) => {
    const issue = state.issues.find(known => known.path === path);
    // Who has not come to a field yet need not be told that it is empty.
    return issue && (isAnswered || isRefused)
      ? describeIssue(issue)
      : undefined;
  };
}

function Question(props: QuestionsProps & { offered: FormQuestion }) {
  const { offered, state, onChange, isDisabled } = props;
  const { path, kind } = offered.question;
  const findProblem = createProblemFinder(props);
  return kind === 'sealed' ? (
    <SealedValues
      environment={state.environment}
      sealed={offered.answer as SealedAnswers | undefined}
      onChange={sealed => onChange(state.answer(path, sealed))}
      findProblem={(component, key) =>
        findProblem(`${path}.${component}[${JSON.stringify(key)}]`, false)
      }
      isDisabled={isDisabled}
    />
  ) : (
    <QuestionInput
      offered={offered}
      onAnswer={answer => onChange(state.answer(path, answer))}
      problem={findProblem(path, offered.answer !== undefined)}
      isDisabled={isDisabled}
    />
  );
}

/** What is wrong in the section but with none of the questions asked. */
function findOtherIssues({ questions, issues }: SectionState) {
  const paths = questions.map(({ question }) => question.path);
  return issues.filter(
    issue =>
      !paths.includes(issue.path) && !issue.path.startsWith('secrets.sealed'),
  );
}

function hasOwnAnswers({ questions }: SectionState): boolean {
  return questions.some(({ answer }) => answer !== undefined);
}

function Questions(props: QuestionsProps) {
  const { section, value, onChange, isRefused, isDisabled, state } = props;
  const { t } = useScaffolderTexts();
  const others = findOtherIssues(state);
  return (
    <Flex direction="column" gap="4">
      {state.questions.map(offered => (
        <Question key={offered.question.path} {...props} offered={offered} />
      ))}
      {others.length > 0 && (isRefused || value !== undefined) && (
        <IssueList
          title={t('review.issues', { count: others.length })}
          issues={others}
        />
      )}
      {hasOwnAnswers(state) && (
        <div>
          <Button
            variant="tertiary"
            size="small"
            onPress={() => onChange(resetSection(section, value))}
            isDisabled={isDisabled}
          >
            {t('section.reset')}
          </Button>
        </div>
      )}
    </Flex>
  );
}

/** Keeps what other fields of the form put beside the section's own answers. */
function resetSection(
  section: CreationSection,
  value: SectionValue | undefined,
): SectionValue | undefined {
  const own = section.questions.map(
    ({ path }) => path.slice(section.root.length + 1).split('.')[0],
  );
  const rest = Object.fromEntries(
    Object.entries(value ?? {}).filter(([field]) => !own.includes(field)),
  );
  return Object.keys(rest).length > 0 ? rest : undefined;
}

/** The questions of one part of the spec that are open with the other answers. */
export function SectionForm(props: SectionFormProps) {
  const { section, values, value, isRefused } = props;
  const { t } = useScaffolderTexts();
  const [isOpen, setOpen] = useState(false);
  const state = useSection(section, values, value);
  const [first] = state.questions;
  if (!first) {
    return null;
  }
  const title = t(`section.${section.id}`);
  const questions = <Questions {...props} state={state} />;
  if (UNFOLDED.includes(section.id)) {
    return (
      <FieldSurface>
        <Flex direction="column" gap="3" role="group" aria-label={title}>
          <Text weight="bold">{title}</Text>
          {questions}
        </Flex>
      </FieldSurface>
    );
  }
  return (
    // It is a surface of its own.
    <Accordion isExpanded={isOpen || isRefused} onExpandedChange={setOpen}>
      <AccordionTrigger
        // As the headings that the form itself gives to groups of fields.
        level={5}
        title={title}
        subtitle={t(
          hasOwnAnswers(state) ? 'section.own' : 'section.byDefault',
          {
            value: describeAnswer(first, t),
          },
        )}
      />
      <AccordionPanel>{questions}</AccordionPanel>
    </Accordion>
  );
}
