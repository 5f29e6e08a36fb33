import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Lease, LeaseStore } from '../store';

const COLLECT_TASK_ID = 'elsa-collect';
const WATCH_TASK_ID = 'elsa-collect-watch';
const LEASE_NAME = 'collect';

/** Of the interval: how long a backend may be silent before it counts as dead. */
const LEASE_SHARE_OF_INTERVAL = 0.5;
const LONGEST_LEASE_MS = 15_000;
/** The scheduler looks for due tasks every five seconds at most. */
const SHORTEST_LEASE_MS = 3_000;

export function leaseTtlMs(intervalMs: number): number {
  return Math.max(
    SHORTEST_LEASE_MS,
    Math.min(intervalMs * LEASE_SHARE_OF_INTERVAL, LONGEST_LEASE_MS),
  );
}

export interface ScheduleCollectionOptions {
  scheduler: SchedulerService;
  leases: LeaseStore;
  intervalMs: number;
  logger: LoggerService;
  run: (lease: Lease, signal: AbortSignal) => Promise<void>;
}

/**
 * Collects in one backend of several, and in another one soon after that one
 * died.
 *
 * The scheduler alone cannot promise "soon": a task of a dead process stays
 * claimed until its `timeout` has passed and a janitor, which runs once a
 * minute, frees it. A shorter timeout would instead end cycles that are merely
 * slow. So the running backend renews a lease, and every backend watches it:
 * whoever first sees it abandoned cancels the dead run and makes the task due.
 * Take-over then needs the rest of the lease (half an interval at most), one
 * look of the watcher (a third of that) and one of the scheduler (five
 * seconds, or the interval if that is shorter): less than two intervals.
 */
export async function scheduleCollection(
  options: ScheduleCollectionOptions,
): Promise<void> {
  const { scheduler, intervalMs } = options;
  const ttlMs = leaseTtlMs(intervalMs);
  await scheduler.scheduleTask({
    id: COLLECT_TASK_ID,
    scope: 'global',
    frequency: { milliseconds: intervalMs },
    // Not what take-over depends on, see above: the end of a run that hangs.
    timeout: { milliseconds: Math.max(2 * intervalMs, 60_000) },
    initialDelay: { seconds: 1 },
    fn: signal => runWithLease(options, ttlMs, signal),
  });
  await scheduler.scheduleTask({
    id: WATCH_TASK_ID,
    scope: 'local',
    frequency: { milliseconds: ttlMs / 3 },
    timeout: { milliseconds: ttlMs },
    fn: () => cancelAbandonedRun(options),
  });
}

async function runWithLease(
  { leases, run, logger }: ScheduleCollectionOptions,
  ttlMs: number,
  signal: AbortSignal,
): Promise<void> {
  const lease = await leases.acquire(LEASE_NAME);
  if (!lease) {
    return;
  }
  const lost = new AbortController();
  const renewal = setInterval(() => {
    leases
      .renew(lease)
      .then(isOurs => isOurs || lost.abort())
      .catch(error =>
        logger.warn(
          `The lease for collecting could not be renewed: ${toError(error).message}`,
        ),
      );
  }, ttlMs / 3);
  try {
    await run(lease, AbortSignal.any([signal, lost.signal]));
  } catch (error) {
    // The next cycle is a new try; a throw would only add a stack to the log.
    logger.error(`Collection failed: ${toError(error).message}`);
  } finally {
    clearInterval(renewal);
    await leases.release(lease);
  }
}

async function cancelAbandonedRun({
  leases,
  scheduler,
  logger,
}: ScheduleCollectionOptions): Promise<void> {
  if (!(await leases.clearAbandoned(LEASE_NAME))) {
    return;
  }
  logger.warn('The backend that collected is gone; taking over');
  try {
    await scheduler.cancelTask(COLLECT_TASK_ID);
    await scheduler.triggerTask(COLLECT_TASK_ID);
  } catch (error) {
    // ConflictError: it ended in the meantime, which is as good.
    logger.debug(`Nothing to cancel: ${toError(error).message}`);
  }
}
