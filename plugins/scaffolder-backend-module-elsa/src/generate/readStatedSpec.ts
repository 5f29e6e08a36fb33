import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readCreationValues } from '@elsa-portal/backstage-plugin-elsa-spec';

/**
 * The spec as it was stated, by itself or by the form's answers.
 *
 * @throws InputError unless there is exactly one of the two
 */
export function readStatedSpec(
  input: { spec?: Record<string, unknown>; values?: Record<string, unknown> },
  logger: Pick<LoggerService, 'warn'>,
): Record<string, unknown> {
  if (input.spec && !input.values) {
    return input.spec;
  }
  if (!input.values || input.spec) {
    throw new InputError(
      'elsa:environment:generate needs either spec (an environment spec) or values (what the form holds), and not both',
    );
  }
  const { spec, ignored } = readCreationValues(input.values);
  if (ignored.length > 0) {
    logger.warn(
      `Ignored, because the other answers make it irrelevant: ${ignored.join(', ')}`,
    );
  }
  return spec;
}
