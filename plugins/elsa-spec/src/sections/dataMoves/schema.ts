import { z } from 'zod';
import { line } from '../../fields/primitives';

/**
 * Moves of data that somebody carried out or takes responsibility for. Each
 * names what it was and what it becomes, so that it allows nothing else, later.
 */
export const dataMoves = () =>
  z
    .array(
      z.strictObject({
        field: line(1100).describe(
          'Field of the spec, as the refusal names it',
        ),
        from: line(1100).describe('What the field said before'),
        to: line(1100).describe(
          'What the field says now; none where it is gone',
        ),
      }),
    )
    .max(50)
    .default([])
    .describe(
      'Changes that leave data behind, each acknowledged after the steps of the runbook',
    );
