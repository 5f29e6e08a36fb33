import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { SignalsService } from '@backstage/plugin-signals-node';
import { ELSA_SIGNALS_CHANNEL } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Lease, WriteResult } from '../database';
import type { EnvironmentIndex } from '../service/EnvironmentIndex';
import type { Notifier } from './Notifier';

/** Keys of one message: browsers look for the few that they show. */
const KEYS_PER_SIGNAL = 500;

/** Tells open tabs and owners that something changed. */
export interface Push {
  written(result: WriteResult): void;
  cycleEnded(lease: Lease): Promise<void>;
}

export function createPush(options: {
  signals: SignalsService;
  logger: LoggerService;
  index: EnvironmentIndex;
  notifier: Notifier;
}): Push {
  const { signals, logger, index, notifier } = options;
  return {
    written({ changeKeys }) {
      for (let at = 0; at < changeKeys.length; at += KEYS_PER_SIGNAL) {
        signals
          .publish({
            recipients: { type: 'broadcast' },
            channel: ELSA_SIGNALS_CHANNEL,
            message: { changeKeys: changeKeys.slice(at, at + KEYS_PER_SIGNAL) },
          })
          .catch(error =>
            logger.warn(
              `Open tabs could not be told of changes: ${toError(error).message}`,
            ),
          );
      }
    },
    async cycleEnded(lease) {
      await index.refreshNow();
      await notifier.observe(await index.watched(), lease);
    },
  };
}
