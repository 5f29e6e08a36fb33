import type { Rule } from '../environment/Rule';

/** MySQL's image carries the public authorities, PostgreSQL's has none. */
export const dumpVerifiesItsServer: Rule<'backup' | 'database'> = ({
  backup,
  database,
}) => [
  backup.enabled &&
    backup.method === 'dump' &&
    database.provider === 'postgresql' &&
    database.external?.tls === 'verify-full' &&
    database.external.caSecret === undefined && {
      path: 'database.external.caSecret',
      message:
        "The backup's image knows no authorities and could not verify the database server.",
      remedy:
        "State the Secret and key that hold the certificate of the server's authority, or switch backup off.",
    },
];
