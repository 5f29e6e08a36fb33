import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Request } from 'express';

/** Runs what a request asks for, and tells the auditor how it ended. */
export async function audited<T>(
  auditor: AuditorService,
  event: {
    eventId: string;
    request: Request;
    severityLevel?: 'low' | 'medium';
    meta?: JsonObject;
  },
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
