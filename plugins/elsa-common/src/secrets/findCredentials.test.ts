import { findCredentials, holdsCredential } from './findCredentials';

const SECRET = ['Zf3D0LXCM3', 'EIMbgJpUNnk'].join('');
const base64 = (text: string) => btoa(text);

const pem = (kind: string) =>
  `-----BEGIN ${kind}-----\n${'MIIEvQIBADANBg'.repeat(8)}\n-----END ${kind}-----`;

/** How languages and files write a setting, as gitleaks lists them in cmd/generate/config/utils/generate.go. */
const FORMS = [
  '{i}Token="{s}"',
  '{i}Token = "{s}"',
  '{i}Token={s}',
  '{i}Token = {s}',
  '{\n    "{i}_token": "{s}"\n}',
  '{"config.ini": "{I}_TOKEN={s}\\nBACKUP_ENABLED=true"}',
  '<{i}Token>\n    {s}\n</{i}Token>',
  '{i}_token: {s}',
  "{i}_token: '{s}'",
  '{i}_token: "{s}"',
  'string {i}Token = "{s}";',
  'var {i}Token string = "{s}"',
  '{i}Token := "{s}"',
  '{i}Token := `{s}`',
  'String {i}Token = "{s}";',
  'var {i}Token = "{s}"',
  '${i}Token .= "{s}"',
  "{i}Token = '{s}'",
  'System.setProperty("{I}_TOKEN", "{s}")',
  '  "{i}Token" => "{s}"',
  '{i}_TOKEN ::= "{s}"',
  '{i}_TOKEN :::= "{s}"',
  '{i}_TOKEN ?= "{s}"',
  '{i}_TOKEN += "{s}"',
  // Those that gitleaks means to know some day.
  '{\\"{i}_token\\": \\"{s}\\"}',
  '{"name": "{i}_token", "value": "{s}"}',
  '<{i}Token>{s}</{i}Token>',
  '<entry name="{i}Token" value="{s}" />',
  '{i}_token: |\n  {s}',
  '{i}_token: >\n  {s}',
  'required username=\\"JDOE35\\" {i}Token=\\"{s}\\"',
  'var {i}Token: string = "{s}"',
  'https://{i}:{s}@example.com/',
  'https://example.com?{i}Token={s}&fooBar=baz',
  '{PATH=/usr/local/bin, {I}_PASSWORD={s}, LC_CTYPE=en_CA.UTF-8}',
];

describe('findCredentials', () => {
  it.each(FORMS)('should find a token written as %s', form => {
    const text = form
      .replaceAll('{i}', 'acme')
      .replaceAll('{I}', 'ACME')
      .replaceAll('{s}', SECRET);
    for (const reading of ['careful', 'eager'] as const) {
      const found = findCredentials(text, reading);
      expect(found.map(({ start, end }) => text.slice(start, end))).toContain(
        SECRET,
      );
    }
  });

  it.each<[string, string]>([
    ['a number', 'password: 12345678'],
    ['a number in JSON', '{"password":12345678}'],
    ['a quoted value with spaces', 'Host=db;Password="correct horse battery";'],
    ['a quoted value with spaces in YAML', "password: 'correct horse battery'"],
    ['a reference in front of a literal', 'Password=$(X)hunter2x'],
    ['a literal in front of a reference', 'Password=hunter2x$(X)'],
    ['a default of a shell', 'PASSWORD=${DB_PASSWORD:-hunter2x}'],
    [
      'a default of a template',
      '{{ .Values.password | default "x" }} password={{ .a | default "hunter2x" }}',
    ],
    ['a short name', 'DB_PASS=hunter2x'],
    ['an option', 'migrate --pass hunter2x'],
    ['an option with an equals sign', 'migrate --password=hunter2x'],
    ['options in JSON', '["migrate", "--password", "hunter2x"]'],
    ['curl', 'curl -s -u elsa:hunter2x https://elsa.example.com'],
    [
      'curl with quotes',
      `curl --user 'api:hunter2 x' https://elsa.example.com`,
    ],
    ['curl with quotes for each', `curl --user kevin:'hunter2x' -iX PATCH`],
    ['curl without a user', 'curl -u ":hunter2x" https://localhost:9200'],
    [
      'curl with a key for a user',
      'curl -u "hunter2xyz:" https://a.example.com',
    ],
    ['mysql', 'mysql -h db -uroot -phunter2x elsa'],
    ['redis-cli', 'redis-cli -h redis -a hunter2x ping'],
    ['sshpass', 'sshpass -p hunter2x ssh a@b'],
    ['docker', 'docker login -u elsa -p hunter2x registry.example.com'],
    ['sqlcmd', 'sqlcmd -S db -U sa -P hunter2x -Q "SELECT 1"'],
    ['rabbitmqctl', 'rabbitmqctl add_user elsa hunter2x'],
    ['openssl', 'openssl rsa -in key.pem -passin pass:hunter2x'],
    ['SQL', "CREATE USER elsa IDENTIFIED BY 'hunter2x'"],
    ['SQL Server', "CREATE LOGIN elsa WITH PASSWORD = N'hunter2x';"],
    ['PostgreSQL', "ALTER ROLE elsa WITH PASSWORD 'hunter2x'"],
    ['redis.conf', 'port 6379\nrequirepass hunter2x\n'],
    ['redis.conf of a replica', 'masterauth hunter2x'],
    ['users of Redis', 'user elsa on >hunter2x ~* +@all'],
    ['Sentinel', 'sentinel auth-pass elsa hunter2x'],
    ['.npmrc', '//registry.npmjs.org/:_authToken=hunter2x'],
    ['.npmrc of old', '_auth=aHVudGVyMng='],
    ['.npmrc with a password', '//npm.example.com/:_password="aHVudGVyMng="'],
    ['.pgpass', 'db.example.com:5432:elsa:elsa:hunter2x'],
    ['.pgpass with stars', '*:*:*:elsa:hunter2x'],
    ['.netrc', 'machine git.example.com login elsa password hunter2x'],
    [
      '.netrc in lines',
      'machine git.example.com\nlogin elsa\npassword hunter2x',
    ],
    ['.my.cnf', '[client]\nuser=root\npassword=hunter2x'],
    ['.my.cnf with spaces', '[client]\npassword = "hunter2 x"'],
    ['web.config', '<add key="Password" value="hunter2x"/>'],
    ['NuGet.config', '<add key="ClearTextPassword" value="hunter2x" />'],
    [
      'settings.xml',
      '<server><id>a</id><password>hunter2x</password></server>',
    ],
    ['TOML', '[database]\npassword = "hunter2x"'],
    ['properties', 'spring.datasource.password=hunter2x'],
    [
      '.dockerconfigjson',
      JSON.stringify({
        auths: { 'ghcr.io': { auth: base64('elsa:hunter2x') } },
      }),
    ],
    [
      '.dockerconfigjson in Base64',
      base64(
        JSON.stringify({
          auths: { 'ghcr.io': { auth: base64('elsa:hunter2x') } },
        }),
      ),
    ],
    ['Base64 twice', base64(base64('Host=db;Password=hunter2x'))],
    ['a connection string', 'Server=db;Uid=sa;Pwd=hunter2x;'],
    ['Azure', `AccountName=a;AccountKey=${base64(SECRET)}`],
    ['a private key', pem('RSA PRIVATE KEY')],
    ['a private key of SSH', pem('OPENSSH PRIVATE KEY')],
    ['a private key of PGP', pem('PGP PRIVATE KEY BLOCK')],
    [
      'a private key in bytes',
      base64(`\x30\x82\x04\xbd\x02\x01\x00${'\x30\x0d\x06\x09'.repeat(8)}`),
    ],
    [
      'a store of keys of Java',
      base64(`\xfe\xed\xfe\xed${'\x00\x01'.repeat(16)}`),
    ],
    ['a header', 'Authorization: ApiKey hunter2x'],
    ['a cookie', 'Cookie: session=hunter2x'],
    ['a key in a header', 'X-Api-Key: hunter2x'],
    ['an address', 'amqp://elsa:hunter2x@rabbitmq:5672'],
  ])('should find the credential of %s', (_, text) => {
    expect(holdsCredential(text)).toBe(true);
  });

  it.each<string>([
    'passwordKey: x',
    'secretName: elsa-database',
    'existingSecret: elsa-database',
    'existingSecretPasswordKey: password',
    'tokenPath: /var/run/secrets/token',
    'tokenReview: enabled-for-all',
    'elsa migrate --password-file /run/secrets/password',
    'elsa migrate --password-file=/run/secrets/password',
    'Password=$(DB_PASSWORD)',
    'curl -u "$(DB_USER):$(DB_PASSWORD)" http://elsa',
    'curl -u "${username}":"${password}"',
    'docker run -u 1000:1000 a',
    'secretKeyRef: { name: db, key: password }',
    'passwordPolicy: strict',
    'id: 2a3c7a1e-1111-4c1e-9a55-0d8e1a2b3c4d',
    `image: ghcr.io/acme/elsa@sha256:${'0a'.repeat(32)}`,
    `sha256: ${'0a'.repeat(32)}`,
    'sum(rate(http_requests_total{job="token-service",password=~".+",token!="x"}[5m])) by (secret)',
    pem('CERTIFICATE'),
    pem('PUBLIC KEY'),
    base64(pem('CERTIFICATE')),
    'automountServiceAccountToken: false',
    'max_tokens: 100',
    'MAX_TOKENS=100',
    'tokenExpirationSeconds: 3600',
    'PASSWORD_MIN_LENGTH=12',
    'TOKEN_LIFETIME=PT1H',
    'password: ""',
    'password: null',
    'password: {{ .Values.password | quote }}',
    'password: <your password>',
    'Password: ask the team.',
    'The password is in the vault. Token: see there.',
    'postgres://$(DB_USER):$(DB_PASSWORD)@db/elsa',
    'PGPASSWORD="$DB_PASSWORD" psql "${DATABASE}"',
    'requirepass %s',
    'printf \'requirepass "%s"\\n\' "$escaped"',
    '-----BEGIN CERTIFICATE-----',
    'mkdir -p /tmp/a && ssh -p 2222 a@b',
    'mysql -h db -p elsa',
    'proxy_pass http://elsa:8080;',
    'first pass: done',
    'compass: north',
    'bypass: all-of-it',
    '10:30:00:start:end',
    'redis-server --requirepass "$(REDIS_PASSWORD)"',
    `password: ENC[AES256_GCM,data:${'ab'.repeat(8)},iv:x,tag:y,type:str]`,
    '//registry.npmjs.org/:_authToken=${NPM_TOKEN}',
    'Basic authentication with a token; use --password or -p.',
  ])('should leave %s alone', text => {
    expect(holdsCredential(text)).toBe(false);
  });

  // From cmd/generate/config/rules/generic.go of gitleaks: what it took for credentials once.
  it.each<string>([
    '"accessor":"rA1wk0Y45YCufyfq",',
    'report_access_id: e8e4df51-2054-49b0-ab1c-516ac95c691d',
    'rapidstring:marm64-uwp=fail',
    'COMMUNICATION_API_VERSION=rc0.13.0_20230412_0712-SNAPSHOT',
    'apiUrl=apigee.corpint.com',
    'X-API-Name": "NRG0-Hermes-INTERNAL-API",',
    'author = "james.fake@ymail.com",',
    'Authentication-Results: 5h.ca.iphmx.com',
    "withCredentials([usernamePassword(credentialsId: '29f63271-dc2f-4734-8221-5b31b5169bac', passwordVariable: 'PASSWORD')]) {",
    '  "credentialId": "B9mTcFSck2LzJO2S3ols63",',
    'environment {\n\tCREDENTIALS_ID = "K8S_CRED"\n}',
    'dev.credentials.url=dev-lb1.api.f4ke.com:5215',
    'keyword: "Befaehigung_P2"',
    'public_key = "9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit"',
    'IceSSL.KeyFile=s_rsa1024_priv.pem',
    '"bucket_key": "SalesResults-1.2"',
    'app.keystore.file=env/cert.p12',
    '"key_vault_name": "web21prqodx24021",',
    'password combination.\n\nR5: Regulatory--21',
    'PuttyPassword=0',
    'LLM_SECRET_NAME = "NEXUS-GPT4-API-KEY"',
    '<UserSecretsId>79a3edd0-2092-40a2-a04d-dcb46d5ca9ed</UserSecretsId>',
    'secret_length = X25519.secret_length',
    "access_token_url='https://github.com/login/oauth/access_token',",
    'publicToken = "9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit"',
    'csrf-token=Mj2qykJO5rELyHgezQ69nzUX0i3OH67V7',
    'clientId = "73082700-1f09-405b-80d0-3131bfd6272d"',
    'GITHUB_API_KEY=\nDYNATRACE_API_KEY=',
    'snowflake.password=\njdbc.snowflake.url=',
  ])('should not take %s for a credential', text => {
    expect(holdsCredential(text)).toBe(false);
  });
});
