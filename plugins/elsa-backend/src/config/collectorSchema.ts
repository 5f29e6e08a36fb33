import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { derivedDuration, duration, flag, integer, refuser } from './fields';
import { maxResponseBytes } from './httpTargetSchema';

const SECOND = 1000;

/** Beyond four, the proxy in the backend's own thread is what clusters wait for. */
const MOST_THREADS = 4;

/** One core is left to those who use the portal. */
function defaultThreads(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), MOST_THREADS);
}

/** What is collected, how often, and with how much at a time. */
export const collectorSchema = z
  .object({
    enabled: flag({
      description: 'Whether this backend collects; the API works either way',
      default: true,
    }),
    interval: duration({
      description: 'Time from one collection to the next',
      default: '30 seconds',
      minMs: SECOND,
    }),
    staleAfter: derivedDuration({
      description:
        'Age at which data counts as unknown; at least twice the interval',
      fallback: '2 minutes, or four intervals if that is more',
      minMs: SECOND,
    }),
    notReadyAfter: duration({
      description:
        'How long a pod may be Pending or not ready before it counts as stuck',
      default: '10 minutes',
      minMs: 60 * SECOND,
    }),
    clusterTimeout: derivedDuration({
      description: 'Time limit for one cluster in one collection',
      fallback: 'two thirds of the interval',
      minMs: 500,
    }),
    requestTimeout: derivedDuration({
      description: 'For one answer of a cluster',
      fallback: '10 seconds, or `clusterTimeout` if that is less',
      minMs: 100,
    }),
    clusterConcurrency: integer({
      description: 'Clusters read at the same time',
      default: 10,
      min: 1,
      max: 500,
    }),
    requestConcurrency: integer({
      description: 'Requests to one cluster at the same time',
      default: 4,
      min: 1,
      max: 50,
    }),
    pageSize: integer({
      description: 'Objects per response',
      default: 500,
      min: 1,
      max: 10_000,
    }),
    maxResponseBytes: maxResponseBytes(),
    threads: integer({
      description:
        'Threads that read and evaluate clusters, so that users do not have to wait; 0 means the backend’s own thread',
      default: defaultThreads(),
      fallback: 'number of cores minus one, at least 1 and at most 4',
      min: 0,
      max: 64,
    }),
  })
  .prefault({})
  .transform((value, context) => {
    const refuse = refuser(context);
    const { enabled, interval, notReadyAfter, ...limits } = value;
    // Two thirds leave time to write what was read before the next cycle is due.
    const {
      clusterTimeout = Math.round((interval * 2) / 3),
      staleAfter = Math.max(120 * SECOND, 4 * interval),
      requestTimeout = Math.min(10 * SECOND, clusterTimeout),
      ...numbers
    } = limits;
    if (clusterTimeout > interval) {
      return refuse(
        `use less than collector.interval (${interval / SECOND} seconds), otherwise one slow cluster delays the next cycle of all others`,
        { path: ['clusterTimeout'] },
      );
    }
    if (staleAfter < 2 * interval) {
      return refuse(
        `use at least twice collector.interval (${(2 * interval) / SECOND} seconds), otherwise every environment turns Unknown between two cycles`,
        { path: ['staleAfter'] },
      );
    }
    return {
      ...numbers,
      isEnabled: enabled,
      intervalMs: interval,
      staleAfterMs: staleAfter,
      notReadyAfterMs: notReadyAfter,
      clusterTimeoutMs: clusterTimeout,
      requestTimeoutMs: requestTimeout,
    };
  });
