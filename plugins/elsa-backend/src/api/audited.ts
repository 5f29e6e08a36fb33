import type {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Runs what a request asks for, and tells the auditor how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: Pick<
    AuditorServiceCreateEventOptions,
    'eventId' | 'request' | 'severityLevel' | 'meta'
  >,
  run: () => Promise<T>,
): Promise<T> {
  const record = await auditor.createEvent(event);
  try {
    const result = await run();
    await record.success();
    return result;
  } catch (error) {
    await record.fail({ error: toError(error) as Error });
    throw error;
  }
}
