import {
  digest,
  expectedIssue,
  HIDDEN,
  issuesOf,
  type Refusal,
  SECRET,
} from '../../__testUtils__/refusal';

describe('section database', () => {
  it.each<Refusal>([
    {
      title: 'a misspelt field',
      change: { database: { provder: 'mysql' } },
      path: 'database.provder',
      value: 'mysql',
      remedy: /spelling/,
    },
    {
      title: 'MySQL for a legacy image, which would use SQLite silently',
      change: {
        host: {
          profile: 'legacy-v3-5',
          server: { digest },
          studio: { digest },
        },
        database: { provider: 'mysql' },
      },
      path: 'database.provider',
      value: 'mysql',
      remedy: /postgresql, sqlserver, sqlite/,
    },
    {
      title: 'CloudNativePG for SQL Server',
      change: { database: { provider: 'sqlserver', mode: 'cloudnativepg' } },
      path: 'database.mode',
      value: 'cloudnativepg',
      remedy: /provider: postgresql/,
    },
    {
      title: 'three plain instances',
      change: { database: { mode: 'embedded', instances: 3 } },
      path: 'database.instances',
      value: 3,
      remedy: /cloudnativepg/,
    },
    {
      title: 'an external host with a port in it',
      change: { database: { external: { host: 'db.example.com:5432' } } },
      path: 'database.external.host',
      value: 'db.example.com:5432',
      remedy: /port has its own field/,
    },
    {
      title: 'an external host that ends the connection string',
      change: { database: { external: { host: 'db;Password=x' } } },
      path: 'database.external.host',
      value: HIDDEN,
      remedy: SECRET,
    },
    {
      title: 'a database name that ends the connection string',
      change: { database: { name: 'elsa;drop' } },
      path: 'database.name',
      value: 'elsa;drop',
      remedy: /underscores/,
    },
    {
      title: 'a release of PostgreSQL that is too old',
      change: { database: { version: '9.6' } },
      path: 'database.version',
      value: '9.6',
      remedy: /14, 15, 16, 17, 18/,
    },
    {
      title: 'SQL Server without a licence',
      change: { database: { provider: 'sqlserver' } },
      path: 'database.sqlserver.acceptEula',
      value: false,
      remedy: /acceptEula: true/,
    },
    {
      title: 'storage without a number',
      change: { database: { storage: { size: 'Gi' } } },
      path: 'database.storage.size',
      value: 'Gi',
      remedy: /2Gi/,
    },
    {
      title: 'SQL Server in too little memory',
      change: {
        database: {
          provider: 'sqlserver',
          sqlserver: { acceptEula: true, edition: 'Express' },
          resources: { requests: { memory: '1Gi' }, limits: { memory: '1Gi' } },
        },
      },
      path: 'database.resources.limits.memory',
      value: '1Gi',
      remedy: /2Gi/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
