import type { Knex } from 'knex';
import type { Incident, IncidentLevel } from '../model';
import { type Lease, requireLease } from './Lease';
import { type IncidentRow, TABLES } from './tables';

/** Incidents by entity reference and subject. */
export type Incidents = Map<string, Map<string, Incident>>;

export class IncidentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readAll(): Promise<Incidents> {
    const rows = await this.#knex<IncidentRow>(TABLES.incidents);
    const incidents: Incidents = new Map();
    for (const row of rows) {
      const bySubject = incidents.get(row.entity_ref) ?? new Map();
      bySubject.set(row.subject, toIncident(row));
      incidents.set(row.entity_ref, bySubject);
    }
    return incidents;
  }

  /**
   * Writes the next state of an incident, or forgets it.
   *
   * @throws ConflictError when another backend collects by now, which then
   * tells the owner itself
   */
  async write(
    entityRef: string,
    subject: string,
    incident: Incident | undefined,
    lease: Lease,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      await requireLease(transaction, lease);
      if (!incident) {
        await transaction<IncidentRow>(TABLES.incidents)
          .where({ entity_ref: entityRef, subject })
          .delete();
        return;
      }
      const columns = {
        state: incident.state,
        level: incident.level,
        scope: incident.scope,
        changed_at: new Date(incident.changedAtMs).toISOString(),
        opened_at:
          incident.openedAtMs === undefined
            ? null
            : new Date(incident.openedAtMs).toISOString(),
      };
      await transaction<IncidentRow>(TABLES.incidents)
        .insert({ entity_ref: entityRef, subject, ...columns })
        .onConflict(['entity_ref', 'subject'])
        .merge(columns);
    });
  }
}

function toIncident(row: IncidentRow): Incident {
  return {
    state: row.state as Incident['state'],
    level: row.level as IncidentLevel,
    scope: row.scope,
    changedAtMs: Date.parse(row.changed_at),
    openedAtMs: row.opened_at === null ? undefined : Date.parse(row.opened_at),
  };
}
