import { ConflictError } from '@backstage/errors';

/**
 * What of a repository would be lost: changes to files of the environment, a
 * document of somebody else's, the chart that other environments share, or the
 * record of where the data is; or nothing says where the data is.
 *
 * @public
 */
export type RepositoryConflict =
  | 'hand-edits'
  | 'own-documents'
  | 'other-chart'
  | 'data-record'
  | 'unrecorded-data';

/**
 * A repository holds something that generating would replace. The message says
 * what; the remedy depends on where people are, so whoever shows the error adds
 * it with `withRemedy`.
 *
 * @public
 */
export class RepositoryConflictError extends ConflictError {
  readonly conflict: RepositoryConflict;
  readonly environment: string;

  constructor(options: {
    conflict: RepositoryConflict;
    environment: string;
    message: string;
  }) {
    super(options.message);
    this.conflict = options.conflict;
    this.environment = options.environment;
  }
}

/** Says what to do about each conflict. @public */
export type ConflictRemedies = Record<
  RepositoryConflict,
  (environment: string) => string
>;

/**
 * The error with what to do about it; any other error as it is.
 *
 * @public
 */
export function withRemedy(
  error: unknown,
  remedies: ConflictRemedies,
): unknown {
  return error instanceof RepositoryConflictError
    ? new ConflictError(
        `${error.message}; ${remedies[error.conflict](error.environment)}`,
      )
    : error;
}
