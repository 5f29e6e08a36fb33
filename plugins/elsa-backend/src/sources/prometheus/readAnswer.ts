import { z } from 'zod';
import { UpstreamError } from '../http';

/** Elements of a list, of which each that is odd hides itself alone. */
export interface ReadableItems<T> {
  items: T[];
  oddCount: number;
}

/**
 * Undefined when there is nothing but odd ones: then it is no list of these.
 */
export function readItems<T>(
  list: readonly unknown[],
  schema: z.ZodType<T>,
): ReadableItems<T> | undefined {
  const items = list.flatMap(item => {
    const read = schema.safeParse(item);
    return read.success ? [read.data] : [];
  });
  const oddCount = list.length - items.length;
  return oddCount > 0 && items.length === 0 ? undefined : { items, oddCount };
}

const warningsSchema = z.object({ warnings: z.array(z.string()).min(1) });

/** What Prometheus remarks on the query itself; nothing is missing then. */
const ON_THE_QUERY = /^PromQL (info|warning)\b/i;

/**
 * Thanos and Mimir answer with what they have when a store behind them does not
 * answer, and say so in warnings. That is no all-clear.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview
 */
export function findPartial(
  answer: unknown,
  subject: string,
): UpstreamError | undefined {
  const { warnings = [] } = warningsSchema.safeParse(answer).data ?? {};
  const missing = warnings.filter(warning => !ON_THE_QUERY.test(warning));
  return missing.length === 0
    ? undefined
    : new UpstreamError(
        'partial',
        `${subject} gave a partial answer, and the figures before it stay: ${missing.join('; ').slice(0, 300)}`,
      );
}
