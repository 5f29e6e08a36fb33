/** A command ends with another exit code than 0, and says why unless it is said already. */
export class ExitError extends Error {
  constructor(
    readonly exitCode: number,
    message = '',
  ) {
    super(message);
  }
}
