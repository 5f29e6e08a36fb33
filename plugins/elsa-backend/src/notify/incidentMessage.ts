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
    return health === 'Progressing'
      ? `${environment} has been Progressing for too long`
      : `${environment} is ${health}`;
  }
  return level === 'exhausted'
    ? `${environment}: the error budget of SLO ${slo} is exhausted`
    : `${environment}: SLO ${slo} is burning fast`;
}

/**
 * Never empty: where a notification of the scope exists, Backstage keeps its
 * old description, and a recovery would say what was wrong.
 */
function descriptionOf(
  { health, reason }: EnvironmentSummary,
  subject: string,
  event: IncidentEvent,
): string {
  if (sloOf(subject) !== undefined) {
    return event === 'closed'
      ? 'It no longer spends its error budget too fast.'
      : 'Its error budget is spent faster than its objective allows.';
  }
  if (event !== 'closed') {
    return reason?.message.slice(0, MAX_DESCRIPTION) ?? `It is ${health}.`;
  }
  return health === 'Healthy'
    ? 'Every part that was read is healthy.'
    : `It is ${health} now.`;
}

function sloOf(subject: string): string | undefined {
  return subject.startsWith('slo:') ? subject.slice('slo:'.length) : undefined;
}
