import type { Rule } from '../sections/Rule';

/** MySQL's image carries the public authorities, PostgreSQL's has none. */
export const dumpVerifiesItsServer: Rule<'backup' | 'database'> = (
  { backup, database },
  profiles,
) => [
  backup.enabled &&
    backup.method === 'dump' &&
    !profiles.database.dumpKnowsAuthorities &&
    database.external?.tls === 'verify-full' &&
    database.external.caSecret === undefined && {
      path: 'database.external.caSecret',
      message:
        'The backup image has no CA certificates, so it cannot verify the database server.',
      remedy:
        "Set the Secret and key that hold the server's CA certificate, or disable backup.",
    },
];
