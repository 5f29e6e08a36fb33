import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Lease, WriteResult } from '../store';
import type { EnvironmentIndex } from '../status/EnvironmentIndex';
import type { Notifier } from './Notifier';
import type { ReaderSignals } from './ReaderSignals';

/** How often a backend looks for what another one has written. */
const LOOK_MS = 1_000;

/** Tells open tabs and owners that something changed. */
export interface Push {
  written(result: WriteResult): void;
  cycleEnded(lease: Lease): Promise<void>;
  stop(): void;
}

export function createPush(options: {
  logger: LoggerService;
  index: EnvironmentIndex;
  readers: ReaderSignals;
  notifier: Notifier;
}): Push {
  const { logger, index, readers, notifier } = options;
  index.onChanged(entityRefs => readers.changed(entityRefs));
  const look = (read: () => Promise<unknown>) => {
    if (readers.hasReaders) {
      read().catch(error =>
        logger.debug(`No look at what changed: ${toError(error).message}`),
      );
    }
  };
  const timer = setInterval(() => look(() => index.snapshot()), LOOK_MS);
  timer.unref();
  return {
    written({ changeKeys }) {
      if (changeKeys.length > 0) {
        look(() => index.refreshNow());
      }
    },
    async cycleEnded(lease) {
      await index.refreshNow();
      await notifier.observe(await index.watched(), lease);
    },
    stop: () => clearInterval(timer),
  };
}
