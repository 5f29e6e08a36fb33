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
import { readItems } from './readAnswer';

function isNotEmpty(list: readonly unknown[] | null | undefined): boolean {
  return (list ?? []).length > 0;
}

export interface AlertmanagerClientOptions {
  metrics: Pick<CollectorMetrics, 'upstreamCall'>;
  pauses: Pauses;
  delay?: OwnDelay;
}

export interface AlertmanagerClient {
  config: AlertmanagerConfig;
  /**
   * Every alert that nobody is told of. Alertmanager itself matches silences
   * and inhibitions to alerts, so their regular expressions never run here.
   *
   * @throws UpstreamError
   */
  suppressedAlerts(signal?: AbortSignal): Promise<SuppressedAlert[]>;
  close(): Promise<void>;
}

/** An alert that nobody is told of, and why. */
export interface SuppressedAlert {
  labels: Record<string, string>;
  isSilenced: boolean;
  isInhibited: boolean;
}

const alertSchema = z.object({
  labels: z.record(z.string(), z.string()),
  // Absent in what some proxies make of it; most of these are silenced.
  status: z
    .object({
      silencedBy: z.array(z.unknown()).nullish(),
      inhibitedBy: z.array(z.unknown()).nullish(),
    })
    .optional(),
});

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
    async suppressedAlerts(signal) {
      const answer = await target.read({
        path: '/api/v2/alerts',
        method: 'GET',
        parameters: {
          active: 'false',
          silenced: 'true',
          inhibited: 'true',
          unprocessed: 'false',
          filter: `${ELSA_ENVIRONMENT_METRIC_LABEL}!=""`,
        },
        signal,
      });
      const list = z.array(z.unknown()).safeParse(answer).data;
      const alerts = list && readItems(list, alertSchema);
      if (!alerts) {
        throw new UpstreamError(
          'invalid-response',
          `Alertmanager '${config.name}' answered a request for alerts with something else`,
        );
      }
      return alerts.items.map(({ labels, status }) => ({
        labels,
        isSilenced: status ? isNotEmpty(status.silencedBy) : true,
        isInhibited: isNotEmpty(status?.inhibitedBy),
      }));
    },
    close: () => target.close(),
  };
}
