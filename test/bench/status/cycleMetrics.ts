import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  type MetricsService,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import type { Cycle } from './messages';

/** Takes the plugin's own metrics; what it does not listen to is dropped. */
export function createCycleMetrics(onCycle: (cycle: Cycle) => void) {
  let seconds = 0;
  const quiet = { add() {}, record() {} };
  const observable = { addCallback() {}, removeCallback() {} };
  const service: MetricsService = {
    createCounter: () => quiet,
    createUpDownCounter: () => quiet,
    createHistogram: name =>
      name === 'elsa.collector.cycle.duration'
        ? {
            record(value: number) {
              seconds = value;
            },
          }
        : quiet,
    createGauge: name =>
      name === 'elsa.collector.environments'
        ? {
            // Recorded right after the cycle's duration.
            record: (environments: number) =>
              onCycle({ seconds, environments }),
          }
        : quiet,
    createObservableCounter: () => observable,
    createObservableUpDownCounter: () => observable,
    createObservableGauge: () => observable,
  };
  return createServiceFactory({
    service: metricsServiceRef,
    deps: {},
    factory: () => service,
  });
}
