/** Rows as the database gives them. PostgreSQL returns big integers as text. */
export interface EnvironmentRow {
  entity_ref: string;
  cluster: string;
  namespace: string;
  environment: string;
  owner: string | null;
  health: string;
  /** SQLite has 0 and 1. */
  is_partial: boolean | number;
  health_since: string | null;
  change_key: string;
  catalog_part: string;
  cluster_part: string | null;
  metrics_part: string | null;
  catalog_hash: string;
  cluster_hash: string | null;
  metrics_hash: string | null;
  collected_at: string | null;
  deleted_at: string | null;
  claimed_at: string | null;
  claim_state: 'granted' | 'waiting' | 'refused' | null;
  claim_problem: string | null;
  claim_primary: string | null;
  location: string | null;
  spec_state: string | null;
  spec_checked_at: string | null;
  revision: number | string;
}

export interface TransitionRow {
  id: number | string;
  entity_ref: string;
  at: string;
  from_health: string | null;
  to_health: string;
  is_partial: boolean | number;
  reason_code: string | null;
  reason_message: string | null;
}

export interface SourceRow {
  id: string;
  kind: string;
  name: string;
  state: string;
  message: string | null;
  remedy: string | null;
  note: string | null;
  last_success_at: string | null;
  last_data_at: string | null;
  last_attempt_at: string | null;
  next_attempt_at: string | null;
}

export interface UnregisteredRow {
  cluster: string;
  namespace: string;
  name: string;
  cluster_owner: string | null;
  health: string;
  security_findings: string | null;
  first_seen_at: string;
  last_seen_at: string;
}

export interface PlacementRow {
  cluster: string;
  namespace: string;
  environment: string;
  owner: string | null;
  entity: string | null;
}

export interface LeaseRow {
  name: string;
  holder: string | null;
  token: number | string;
  expires_at_ms: number | string;
}

export interface IncidentRow {
  entity_ref: string;
  subject: string;
  state: string;
  changed_at: string;
  opened_at: string | null;
  scope: string;
  level: string;
}

export interface PauseRow {
  source_id: string;
  until_ms: number | string;
}

export const TABLES = {
  environments: 'elsa_environments',
  state: 'elsa_state',
  transitions: 'elsa_transitions',
  sources: 'elsa_sources',
  unregistered: 'elsa_unregistered',
  leases: 'elsa_leases',
  refreshes: 'elsa_refreshes',
  incidents: 'elsa_incidents',
  placements: 'elsa_placements',
  pauses: 'elsa_pauses',
} as const;
