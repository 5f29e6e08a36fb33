import {
  env,
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('variablesAreStatedOnce', () => {
  it.each<Refusal>([
    {
      title: 'a variable that the template sets itself',
      change: env('CONNECTIONSTRINGS__POSTGRESQL', ''),
      path: 'server.env[0].name',
      value: 'CONNECTIONSTRINGS__POSTGRESQL',
      remedy: /Remove it/,
    },
    ...[
      'CUSTOMCONNSTR_PostgreSql',
      'customconnstr_postgresql',
      'SQLCONNSTR_Sqlite',
      'MYSQLCONNSTR_MySql',
      'SQLAZURECONNSTR_SqlServer',
      'POSTGRESQLCONNSTR_PostgreSql',
      'DOCDBCONNSTR_PostgreSql',
      'ASPNETCORE_ConnectionStrings__PostgreSql',
      'DOTNET_ConnectionStrings__PostgreSql',
      'dotnet_connectionstrings__postgresql',
      'ASPNETCORE_Identity__Tokens__SigningKey',
      'home',
    ].map(name => ({
      title: `${name}, which is another spelling of one of the template's`,
      change: env(name, ''),
      path: 'server.env[0].name',
      value: name,
      remedy: /Remove it/,
    })),
    {
      title: 'a variable of the studio in another spelling',
      change: {
        studio: { env: [{ name: 'DOTNET_backend__url', value: '' }] },
      },
      path: 'studio.env[0].name',
      value: 'DOTNET_backend__url',
      remedy: /Remove it/,
    },
    {
      title: 'a variable in two spellings',
      change: {
        server: {
          env: [
            { name: 'ConnectionStrings__Reports', value: '' },
            { name: 'CUSTOMCONNSTR_reports', value: '' },
          ],
        },
      },
      path: 'server.env[1].name',
      value: 'CUSTOMCONNSTR_reports',
      remedy: /once/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });

  it.each([
    ['another connection', ['CUSTOMCONNSTR_Reports']],
    ['what two hosts are told', ['ASPNETCORE_URLS', 'DOTNET_URLS']],
    ['another name that begins alike', ['DOTNET_CLI_HOME']],
  ])('should allow %s', (_, names) => {
    const change = {
      server: { env: names.map(name => ({ name, value: 'x' })) },
    };
    expect(issuesOf({ title: '', path: '', remedy: /./, change })).toEqual([]);
  });
});
