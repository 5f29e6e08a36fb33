/** An error whose message is meant for the person at the terminal, as it is. */
export class UserError extends Error {
  /**
   * @param {string} problem what is wrong
   * @param {string} remedy what to do about it
   */
  constructor(problem, remedy) {
    super(`${problem}\n  ${remedy}`);
    this.name = 'UserError';
  }
}

const started = Date.now();

/** Prints one line with the seconds since the start. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`${seconds} s  ${text}\n`);
}

/** Runs a script's main function; a UserError ends it with one clear message. */
export function runMain(main) {
  main().then(
    code => {
      if (typeof code === 'number') process.exitCode = code;
    },
    error => {
      const text =
        error instanceof UserError ? error.message : (error.stack ?? error);
      process.stderr.write(`\nError: ${text}\n`);
      process.exit(1);
    },
  );
}
