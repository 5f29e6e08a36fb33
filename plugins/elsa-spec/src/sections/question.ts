import type { Environment } from './Environment';

/** What follows from the answers so far. @public */
export type Draft = Environment;

/**
 * How a question is answered: one of several values, yes or no, a number, a
 * text, several texts, label keys with values, one sealed value for each key
 * of each Secret, or by acknowledging what is said about the image.
 *
 * @public
 */
export type QuestionKind =
  | 'choice'
  | 'switch'
  | 'number'
  | 'text'
  | 'list'
  | 'labels'
  | 'sealed'
  | 'acknowledgement';

/** One value of a choice: with a name of its own, or with a text to translate. @public */
export interface QuestionChoice<ChoiceText extends string = string> {
  value: string;
  /** Name of a product, the same in every language. */
  name?: string;
  /** Key of a text. */
  text?: ChoiceText;
}

/** One field of the spec that a form may ask for. @public */
export interface Question<
  Text extends string = string,
  ChoiceText extends string = string,
> {
  /** Field of the spec, from its root, such as `mesh.kind`. */
  path: string;
  /** Key of its text. */
  text: Text;
  kind: QuestionKind;
  choices?: readonly QuestionChoice<ChoiceText>[];
  minimum?: number;
  maximum?: number;
  /**
   * Whether the other answers leave it open. What a rule of the spec forbids
   * need not be repeated here: see `listQuestions`.
   */
  isAsked?: (draft: Draft) => boolean;
  /** Where it is asked, it has to be answered. */
  isRequired?: boolean;
  /** Further fields at which a rule complains of a wrong answer. */
  complaintsAt?: readonly string[];
}

/** Questions about one part of the spec, shown together. @public */
export interface QuestionSection<
  Id extends string = string,
  Text extends string = string,
  ChoiceText extends string = string,
> {
  id: Id;
  /** Object of the spec that holds all of its fields, such as `exposure.tls`. */
  root: string;
  questions: readonly Question<Text, ChoiceText>[];
}

/** Keeps the keys of texts as literal types, so that a missing text is an error. */
export function defineSection<
  const Id extends string,
  const Text extends string,
  // Where every choice is a product's name there is no text.
  const ChoiceText extends string = never,
>(
  section: QuestionSection<Id, Text, ChoiceText>,
): QuestionSection<Id, Text, ChoiceText> {
  return section;
}

export const YES_OR_NO = { kind: 'switch' } as const;
