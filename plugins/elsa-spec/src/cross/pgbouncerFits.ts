import type { Rule } from '../sections/Rule';

export const pgbouncerFits: Rule<'pgbouncer' | 'database'> = (
  spec,
  { host: profile, database },
) =>
  !spec.pgbouncer.enabled
    ? []
    : [
        !database.isPooledByPgbouncer && {
          path: 'pgbouncer.enabled',
          value: true,
          message: `PgBouncer pools PostgreSQL, and the provider is ${spec.database.provider}.`,
          remedy: 'Disable pgbouncer, or use provider: postgresql.',
        },
        spec.pgbouncer.poolMode === 'transaction' &&
          !profile.server.environment.directConnectionString && {
            path: 'pgbouncer.poolMode',
            value: 'transaction',
            message: `Transaction pooling breaks the advisory locks and migrations of host profile ${profile.id}, whose image has one connection string for all.`,
            remedy: 'Use poolMode: session.',
          },
      ];
