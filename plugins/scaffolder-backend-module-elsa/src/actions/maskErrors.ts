import { isError } from '@backstage/errors';
import { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';

/**
 * Takes credentials out of what an action fails with. Errors repeat what Helm,
 * Git servers, the catalog and parsers of files said, and their users read them
 * in the task's log.
 */
export function maskErrors<C, A extends { handler: (ctx: C) => Promise<void> }>(
  action: A & { handler: (ctx: C) => Promise<void> },
): A {
  const { handler } = action;
  return Object.assign(action, {
    handler: async (ctx: C) => {
      try {
        await handler(ctx);
      } catch (error) {
        throw isError(error) ? masked(error) : error;
      }
    },
  });
}

/** The same error, so that its kind and its other fields stay. */
function masked(error: Error): Error {
  for (const field of ['message', 'stack'] as const) {
    const text = error[field];
    if (text) {
      // An aborted signal's error has getters instead of fields.
      Object.defineProperty(error, field, {
        value: maskCredentials(text),
        configurable: true,
        writable: true,
      });
    }
  }
  return error;
}
