import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerUsage } from './messages';

const SAMPLE_MILLISECONDS = 200;
const NANOSECONDS_PER_MILLISECOND = 1e6;

/** Watches this process; each call tells of the time since the one before. */
export function watchUsage(): () => ServerUsage {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let peak = process.memoryUsage();
  let cpu = process.cpuUsage();
  let since = performance.now();
  setInterval(() => {
    const { rss, heapUsed } = process.memoryUsage();
    peak = {
      ...peak,
      rss: Math.max(peak.rss, rss),
      heapUsed: Math.max(peak.heapUsed, heapUsed),
    };
  }, SAMPLE_MILLISECONDS).unref();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const usage: ServerUsage = {
      peakRssBytes: peak.rss,
      peakHeapBytes: peak.heapUsed,
      cpuSeconds: (user + system) / 1e6,
      wallSeconds: (performance.now() - since) / 1000,
      eventLoopDelayP99Milliseconds:
        delay.percentile(99) / NANOSECONDS_PER_MILLISECOND,
      eventLoopDelayMaxMilliseconds: delay.max / NANOSECONDS_PER_MILLISECOND,
    };
    delay.reset();
    peak = process.memoryUsage();
    cpu = process.cpuUsage();
    since = performance.now();
    return usage;
  };
}
