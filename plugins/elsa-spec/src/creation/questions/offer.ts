import {
  checkEnvironmentSpec,
  draftEnvironment,
} from '../../environment/resolve';
import {
  findingOf,
  type PublicFinding,
} from '../../sections/host/publicFinding';
import { readAnswer, writeAnswer } from './answers';
import type {
  Draft,
  Question,
  QuestionChoice,
  QuestionSection,
} from '../../sections/question';

type Spec = Record<string, unknown>;

/** Whether no rule objects to an answer; asks the rules themselves. */
function isPossible(stated: Spec, question: Question, value: unknown) {
  const fields = [question.path, ...(question.complaintsAt ?? [])];
  return !checkEnvironmentSpec(
    writeAnswer(stated, question.path, value),
  ).issues.some(issue => fields.includes(issue.path));
}

function listPossible(stated: Spec, question: Question): QuestionChoice[] {
  const choices = question.choices ?? [];
  const possible = choices.filter(({ value }) =>
    isPossible(stated, question, value),
  );
  const isBlamedAnyway = () => !isPossible(stated, question, undefined);
  // Something else is wrong then, and hiding everything would not tell what.
  return possible.length === 0 && isBlamedAnyway() ? [...choices] : possible;
}

/** A question that other answers leave open, with what may be answered. @public */
export interface OfferedQuestion<Q extends Question = Question> {
  question: Q;
  /** What is possible with the other answers; empty where it is no choice. */
  choices: NonNullable<Q['choices']>[number][];
  /** What was answered; undefined where the default holds. */
  answer: unknown;
  /** What holds now: the answer, or else what preset, profile and other answers give. */
  effective: unknown;
  /** What there is to acknowledge. */
  finding?: PublicFinding;
}

function offer<Q extends Question>(
  stated: Spec,
  draft: Draft,
  question: Q,
): OfferedQuestion<Q> | undefined {
  if (question.isAsked && !question.isAsked(draft)) {
    return undefined;
  }
  const answer = readAnswer(stated, question.path);
  const effective = answer ?? readAnswer(draft.spec, question.path);
  const offered = { question, choices: [], answer, effective };
  if (question.kind === 'switch') {
    const isOpen =
      effective === true ||
      answer !== undefined ||
      isPossible(stated, question, true);
    return isOpen ? offered : undefined;
  }
  if (question.kind === 'acknowledgement') {
    return { ...offered, finding: findingOf(draft) };
  }
  if (question.kind !== 'choice') {
    return offered;
  }
  const possible = listPossible(stated, question);
  // An answer that has become wrong is shown, so that it can be seen and changed.
  const choices = (question.choices ?? []).filter(
    choice => possible.includes(choice) || choice.value === answer,
  ) as OfferedQuestion<Q>['choices'];
  // What can be answered in one way only is no question.
  const isOpen =
    choices.length > 1 || (choices.length === 1 && effective === undefined);
  return isOpen ? { ...offered, choices } : undefined;
}

/**
 * The questions of a section that make sense with the other answers, each with
 * the answers that no rule of the spec forbids. What an image, another section
 * or the preset does not allow is not in it.
 *
 * @param stated - the spec as far as it was stated
 * @public
 */
export function listQuestions<Text extends string, ChoiceText extends string>(
  section: QuestionSection<string, Text, ChoiceText>,
  stated: Spec,
): OfferedQuestion<Question<Text, ChoiceText>>[] {
  const draft = draftEnvironment(stated);
  return section.questions
    .map(question => offer(stated, draft, question))
    .filter(question => question !== undefined);
}

/**
 * Answers a question of a section and forgets the answers of the same section
 * that the new one leaves without meaning.
 *
 * @param value - undefined for what preset, profile and other answers give
 * @returns the spec as far as it is stated then
 * @public
 */
export function answerQuestion(
  section: QuestionSection,
  stated: Spec,
  path: string,
  value: unknown,
): Spec {
  return section.questions
    .filter(question => question.path !== path)
    .reduce(
      (answered, question) =>
        losesMeaning(question, stated, answered)
          ? writeAnswer(answered, question.path, undefined)
          : answered,
      writeAnswer(stated, path, value),
    );
}

/** Whether an answer made sense before and makes none now; what was wrong before stays visible. */
function losesMeaning(question: Question, before: Spec, now: Spec): boolean {
  const answer = readAnswer(now, question.path);
  if (answer === undefined) {
    return false;
  }
  return (
    !isAsked(now, question) ||
    (question.kind === 'choice' &&
      !isPossible(now, question, answer) &&
      isPossible(before, question, answer))
  );
}

/** Whether the other answers leave a question open; asks no rule. */
export function isAsked(stated: Spec, question: Question): boolean {
  return question.isAsked?.(draftEnvironment(stated)) ?? true;
}
