import { z } from 'zod';
import { ELSA_ENVIRONMENT_METRIC_LABEL } from '@elsa-portal/backstage-plugin-elsa-common';
import type { AlertmanagerConfig } from '../../config';
import type { CollectorMetrics } from '../../metrics';
import {
  createHttpTarget,
  type OwnDelay,
  type Pauses,
  UpstreamError,
} from '../http';

export interface AlertmanagerClientOptions {
  metrics: Pick<CollectorMetrics, 'upstreamCall'>;
  pauses: Pauses;
  delay?: OwnDelay;
}

export interface AlertmanagerClient {
  config: AlertmanagerConfig;
  /**
   * Labels of every silenced alert. Alertmanager itself matches silences to
   * alerts, so their regular expressions never run here.
   *
   * @throws UpstreamError
   */
  silencedAlerts(signal?: AbortSignal): Promise<Array<Record<string, string>>>;
  close(): Promise<void>;
}

const alertsSchema = z.array(
  z.object({ labels: z.record(z.string(), z.string()) }),
);

export function createAlertmanagerClient(
  config: AlertmanagerConfig,
  { metrics, pauses, delay }: AlertmanagerClientOptions,
): AlertmanagerClient {
  const target = createHttpTarget('alertmanager', config, {
    pauses,
    onCall: state => metrics.upstreamCall('alertmanager', config.name, state),
    delay,
  });
  return {
    config,
    async silencedAlerts(signal) {
      const answer = await target.read({
        path: '/api/v2/alerts',
        method: 'GET',
        parameters: {
          active: 'false',
          silenced: 'true',
          inhibited: 'false',
          unprocessed: 'false',
          filter: `${ELSA_ENVIRONMENT_METRIC_LABEL}!=""`,
        },
        signal,
      });
      const alerts = alertsSchema.safeParse(answer);
      if (!alerts.success) {
        throw new UpstreamError(
          'invalid-response',
          `Alertmanager '${config.name}' answered a request for alerts with something else`,
        );
      }
      return alerts.data.map(alert => alert.labels);
    },
    close: () => target.close(),
  };
}
