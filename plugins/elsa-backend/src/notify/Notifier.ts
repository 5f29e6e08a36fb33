import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { ElsaConfig } from '../config';
import type { Incident } from '../model';
import type { Lease } from '../store';
import type { IncidentStore } from '../store/IncidentStore';
import { incidentMessage } from './incidentMessage';
import {
  advanceIncident,
  type IncidentEvent,
  type Observation,
  observeHealth,
  observeSlo,
} from './incidentRules';

/** An environment with the state of all its SLOs. */
export interface WatchedEnvironment {
  summary: EnvironmentSummary;
  slos: ReadonlyArray<{
    name: string;
    state: Parameters<typeof observeSlo>[1];
  }>;
}

export interface NotifierOptions {
  config: ElsaConfig['notifications'];
  incidents: IncidentStore;
  notifications: NotificationService;
  logger: LoggerService;
  now?: () => number;
}

/** Tells owners when something broke and when it works again, once each. */
export class Notifier {
  readonly #options: Required<NotifierOptions>;
  #isSilent = false;

  constructor(options: NotifierOptions) {
    this.#options = { now: Date.now, ...options };
  }

  /** Call once per cycle with every environment that there is. */
  async observe(
    environments: readonly WatchedEnvironment[],
    lease: Lease,
  ): Promise<void> {
    const { config, incidents, now } = this.#options;
    if (!config.isEnabled) {
      return;
    }
    const known = await incidents.readAll();
    for (const environment of environments) {
      const { entityRef } = environment.summary;
      const own = known.get(entityRef) ?? new Map<string, Incident>();
      known.delete(entityRef);
      for (const observation of observe(environment, [...own.keys()], now())) {
        await this.#advance(
          environment,
          observation,
          own.get(observation.subject),
          lease,
        );
      }
    }
    // Of environments that left the catalog: there is nobody to tell any more.
    for (const [entityRef, own] of known) {
      for (const subject of own.keys()) {
        await incidents.write(entityRef, subject, undefined, lease);
      }
    }
  }

  async #advance(
    { summary }: WatchedEnvironment,
    { subject, level }: Observation,
    before: Incident | undefined,
    lease: Lease,
  ): Promise<void> {
    const { config, incidents, now } = this.#options;
    const { incident, event } = advanceIncident(
      before,
      level,
      now(),
      config,
      () => `elsa:${randomUUID()}`,
    );
    if (JSON.stringify(incident) !== JSON.stringify(before)) {
      // Written first: better a notification lost in a crash than one sent
      // with every cycle.
      await incidents.write(summary.entityRef, subject, incident, lease);
    }
    const told = incident ?? before;
    if (event && told) {
      await this.#tell(summary, subject, told, event);
    }
  }

  async #tell(
    summary: EnvironmentSummary,
    subject: string,
    incident: Incident,
    event: IncidentEvent,
  ): Promise<void> {
    const { notifications, logger } = this.#options;
    if (summary.owner === undefined || summary.ownership !== 'owned') {
      return;
    }
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: summary.owner },
        payload: incidentMessage(summary, subject, incident, event),
      });
      this.#isSilent = false;
    } catch (error) {
      // Said once, not with every incident, when the plugin is not installed.
      if (!this.#isSilent) {
        logger.warn(
          `Owners could not be notified: ${toError(error).message}. Install the notifications plugin, or set elsa.notifications.enabled to false.`,
        );
      }
      this.#isSilent = true;
    }
  }
}

/** An SLO that is gone neither burns nor recovers; its incident just ends. */
function observe(
  { summary, slos }: WatchedEnvironment,
  known: readonly string[],
  nowMs: number,
): Observation[] {
  const observations = [
    observeHealth(summary, nowMs),
    ...slos.map(({ name, state }) => observeSlo(name, state)),
  ];
  const seen = new Set(observations.map(({ subject }) => subject));
  const gone = known.filter(subject => !seen.has(subject));
  return [
    ...observations,
    ...gone.map(subject => ({ subject, level: 'ok' as const })),
  ];
}
