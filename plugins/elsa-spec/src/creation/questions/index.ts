import { backups, databaseSection, locks, messages, pooling } from './data';
import { acknowledgement, sources } from './exposure';
import { mesh, monitoring, replicas, secrets, security } from './operation';
import { gateway, kubernetes, loadBalancer, tls } from './place';
import type { Question, QuestionChoice, QuestionSection } from './types';

export * from './answers';
export {
  answerQuestion,
  draftOf,
  listQuestions,
  type OfferedQuestion,
} from './offer';

export type { PublicFinding } from './exposure';
export type {
  Draft,
  Question,
  QuestionChoice,
  QuestionKind,
  QuestionSection,
} from './types';

/**
 * What the form asks beside name, owner, place and size, section by section.
 * A new question is a new row.
 *
 * @public
 */
export const QUESTION_SECTIONS = [
  kubernetes,
  gateway,
  loadBalancer,
  tls,
  acknowledgement,
  sources,
  databaseSection,
  mesh,
  secrets,
  replicas,
  locks,
  messages,
  pooling,
  monitoring,
  backups,
  security,
] as const;

type Sections = (typeof QUESTION_SECTIONS)[number];

/** @public */
export type CreationSectionId = Sections['id'];
/** Keys of the texts of all questions. @public */
export type QuestionText = Sections['questions'][number]['text'];
/** Keys of the texts of all choices. @public */
export type ChoiceText = NonNullable<
  NonNullable<Sections['questions'][number]['choices']>[number]['text']
>;
/** One of the sections. @public */
export type CreationSection = QuestionSection<
  CreationSectionId,
  QuestionText,
  ChoiceText
>;
/** A question of one of them. @public */
export type CreationQuestion = Question<QuestionText, ChoiceText>;
/** @public */
export type CreationChoice = QuestionChoice<ChoiceText>;
