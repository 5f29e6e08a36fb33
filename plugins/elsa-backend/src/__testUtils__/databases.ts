import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';

const POSTGRES_VERSIONS = [18, 17, 16, 15, 14] as const;

function connectionVariable(version: number): string {
  return `BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`;
}

/** Version of the PostgreSQL that the environment offers. */
export function availablePostgres():
  (typeof POSTGRES_VERSIONS)[number] | undefined {
  return POSTGRES_VERSIONS.find(
    version => process.env[connectionVariable(version)],
  );
}

/**
 * SQLite, and PostgreSQL where one is offered. A build server that offers none
 * fails: a suite that skips half of what it promises would go unnoticed.
 */
export function createTestDatabases(): {
  databases: TestDatabases;
  ids: TestDatabaseId[];
} {
  const version = availablePostgres();
  if (version === undefined && process.env.CI) {
    throw new Error(
      `Set ${connectionVariable(18)} to the address of a PostgreSQL, such as postgresql://postgres@127.0.0.1:5432/postgres`,
    );
  }
  const ids: TestDatabaseId[] = [
    'SQLITE_3',
    ...(version === undefined ? [] : [`POSTGRES_${version}` as TestDatabaseId]),
  ];
  return { databases: TestDatabases.create({ ids }), ids };
}

/** Address of the PostgreSQL that the environment offers. */
export function postgresConnection(): string {
  const version = availablePostgres();
  const address = version && process.env[connectionVariable(version)];
  if (!address) {
    throw new Error('The environment offers no PostgreSQL');
  }
  return address;
}
