import { Client } from 'pg';

const PATIENCE_MS = 2_000;

/** SQLSTATE of a server that is there and cannot serve: starting, ending, full. */
const UNABLE = /^(57P0[1-3]|53|08)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;

/**
 * Whether a PostgreSQL answers. One that refuses, because the database of that
 * name does not exist, say, answers all the same.
 */
export async function databaseAnswers(
  connection: object | string,
): Promise<boolean> {
  const limits = {
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
  };
  const client = new Client(
    typeof connection === 'string'
      ? { connectionString: connection, ...limits }
      : { ...connection, ...limits },
  );
  // Also told of a connection that ends later; the answer is known by then.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    const code = `${(error as { code?: unknown }).code}`;
    return (
      SQLSTATE.test(code) && !/^E[A-Z]{4}$/.test(code) && !UNABLE.test(code)
    );
  } finally {
    await client.end().catch(() => {});
  }
}
