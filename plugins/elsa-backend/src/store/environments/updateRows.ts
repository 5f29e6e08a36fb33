import type { Knex } from 'knex';
import { TABLES } from '../tables';

/** A write in progress. */
export interface WriteContext {
  transaction: Knex.Transaction;
  revision: number;
}

/** `VALUES` calls its columns column1, column2, ... in both databases. */
export const CLUSTER_COLUMNS = [
  'cluster_part = v.column2',
  'cluster_hash = v.column3',
  'health = v.column4',
  // All values travel as text, because PostgreSQL asks for one type per column.
  "is_partial = (v.column5 = 'true')",
  'health_since = v.column6',
  'collected_at = v.column7',
];
export const METRICS_COLUMNS = [
  'metrics_part = v.column2',
  'metrics_hash = v.column3',
];

/**
 * One statement for many rows: a statement for each of 10,000 environments
 * takes longer than reading them.
 *
 * @param rows - reference first, then a value for each assignment
 */
export async function updateRows(
  { transaction, revision }: WriteContext,
  assignments: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | null>>,
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const row = `(${['?', ...assignments.map(() => '?')].join(', ')})`;
  await transaction.raw(
    `update ${TABLES.environments} set ${assignments.join(', ')}, revision = ?
     from (values ${rows.map(() => row).join(', ')}) as v
     where ${TABLES.environments}.entity_ref = v.column1`,
    [revision, ...rows.flat()] as Knex.Value[],
  );
}
