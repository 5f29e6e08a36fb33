import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Incident } from '../model';
import type { IncidentEvent } from './incidentRules';

/** Room for the reason in a notification. */
const MAX_DESCRIPTION = 500;

/** What the owner of an environment reads. */
export function incidentMessage(
  environment: EnvironmentSummary,
  subject: string,
  incident: Pick<Incident, 'level' | 'scope'>,
  event: IncidentEvent,
): NotificationPayload {
  const { kind, namespace, name } = parseEntityRef(environment.entityRef);
  const segments = ['catalog', namespace, kind, name].map(encodeURIComponent);
  return {
    title: titleOf(environment, subject, incident, event),
    description: descriptionOf(environment, subject, event),
    link: `/${segments.join('/')}/elsa`,
    severity: event === 'closed' ? 'normal' : severityOf(incident),
    topic: 'elsa',
    // Backstage updates a notification whose scope it knows.
    scope: incident.scope,
  };
}

function severityOf({ level }: Pick<Incident, 'level'>): 'high' | 'critical' {
  return level === 'exhausted' ? 'high' : 'critical';
}

function titleOf(
  { name, title, health }: EnvironmentSummary,
  subject: string,
  { level }: Pick<Incident, 'level'>,
  event: IncidentEvent,
): string {
  const environment = title ?? name;
  const slo = sloOf(subject);
  if (event === 'closed') {
    return slo === undefined
      ? `${environment} has recovered`
      : `${environment}: SLO ${slo} has recovered`;
  }
  if (slo === undefined) {
    return `${environment} is ${health}`;
  }
  return level === 'exhausted'
    ? `${environment}: the error budget of SLO ${slo} is exhausted`
    : `${environment}: SLO ${slo} is burning fast`;
}

function descriptionOf(
  { reason }: EnvironmentSummary,
  subject: string,
  event: IncidentEvent,
): string | undefined {
  return event === 'closed' || sloOf(subject) !== undefined
    ? undefined
    : reason?.message.slice(0, MAX_DESCRIPTION);
}

function sloOf(subject: string): string | undefined {
  return subject.startsWith('slo:') ? subject.slice('slo:'.length) : undefined;
}
