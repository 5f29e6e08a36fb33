import type { Knex } from 'knex';
import { type Lease, requireLease } from './Lease';
import { TABLES } from './tables';

/**
 * Runs a write in a transaction with a revision of its own. Taking the
 * revision locks its row until the commit, so revisions become visible in
 * order and a reader that has seen one has seen all before it.
 */
export async function writeRevision<T>(
  knex: Knex,
  lease: Lease | undefined,
  write: (transaction: Knex.Transaction, revision: number) => Promise<T>,
): Promise<T> {
  return knex.transaction(async transaction => {
    await transaction(TABLES.state)
      .where({ name: 'revision' })
      .update({ value: transaction.raw('value + 1') });
    const row = await transaction(TABLES.state)
      .where({ name: 'revision' })
      .first();
    if (lease) {
      await requireLease(transaction, lease);
    }
    return write(transaction, Number(row.value));
  });
}
