import { backups } from '../../sections/backup/questions';
import { databaseSection } from '../../sections/database/questions';
import {
  gateway,
  loadBalancer,
  sources,
  tls,
} from '../../sections/exposure/questions';
import { mesh } from '../../sections/mesh/questions';
import { monitoring } from '../../sections/monitoring/questions';
import { pooling } from '../../sections/pgbouncer/questions';
import { messages } from '../../sections/rabbitmq/questions';
import { locks } from '../../sections/redis/questions';
import { secrets } from '../../sections/secrets/questions';
import { acknowledgement, security } from '../../sections/security/questions';
import { replicas } from '../../sections/server/questions';
import { kubernetes } from '../../sections/target/questions';
import type {
  Question,
  QuestionChoice,
  QuestionSection,
} from '../../sections/question';

export * from './answers';
export { answerQuestion, listQuestions, type OfferedQuestion } from './offer';

export type { PublicFinding } from '../../sections/host/publicFinding';
export type {
  Draft,
  Question,
  QuestionChoice,
  QuestionKind,
  QuestionSection,
} from '../../sections/question';

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
