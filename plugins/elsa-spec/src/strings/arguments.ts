import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { findCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';

/** Options before this many others belong to something else. */
const MOST_BEFORE = 12;
const LONGEST_BEFORE = 200;

/** Spares most lists the closer look. */
const MAY_BE_COMMAND = /-|pass|auth|user/i;

/**
 * Whether an argument is a credential for what stands before it, such as
 * `--password x`, or `command: [mysql]` with `args: [-px]`.
 */
export function isCredentialArgument(
  list: readonly unknown[],
  index: number,
  container: unknown,
): boolean {
  const argument = String(list[index]);
  const command =
    isRecord(container) &&
    Array.isArray(container.command) &&
    container.command !== list
      ? container.command
      : [];
  const before = [
    ...command.slice(0, 3),
    ...list.slice(Math.max(0, index - MOST_BEFORE), index),
  ]
    .filter(text => typeof text === 'string' && text.length <= LONGEST_BEFORE)
    .map(text => `${text} `)
    .join('');
  if (!MAY_BE_COMMAND.test(before) && !MAY_BE_COMMAND.test(argument)) {
    return false;
  }
  // A word of its own, whatever is in it: nothing splits arguments again.
  const word = /[\s"'`;|&<>\\]/.test(argument)
    ? `'${argument.replaceAll("'", '"')}'`
    : argument;
  return findCredentials(`${before}${word}`, 'careful').some(
    ({ end }) => end > before.length,
  );
}
