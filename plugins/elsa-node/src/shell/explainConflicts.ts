import { type ConflictRemedies, withRemedy } from '../repository/conflict';

/** What whoever sits before the folder can do. */
const REMEDIES: ConflictRemedies = {
  'hand-edits': environment =>
    `make them in .elsa/${environment}.yaml, or replace the file with --force`,
  'own-documents': () => 'rename or remove it, or replace it with --force',
  'other-chart': () => 'use --force if that is meant',
  'data-record': environment =>
    `take .elsa/data/${environment}.yaml from the last commit`,
  'unrecorded-data': environment =>
    `generate once with --record-data from .elsa/${environment}.yaml as it was when ${environment} was last generated (Git has it); then make the change`,
};

/** Does something with a repository; its conflicts come with what to do about them. */
export function explainConflicts<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw withRemedy(error, REMEDIES);
  }
}
