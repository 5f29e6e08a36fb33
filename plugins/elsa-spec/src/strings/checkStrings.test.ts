import { formatIssue } from '../issues/errors';
import { checkEnvironmentSpec } from '../environment/resolve';

const valid = {
  metadata: { name: 'payments' },
  owner: 'group:default/payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
};
const ownHost = {
  profile: 'clustered',
  server: { repository: 'ghcr.io/acme/elsa-host', tag: '1.4.0' },
  studio: { tag: '3.9.0' },
};
const object = (fields: Record<string, unknown>) => ({
  extra: {
    objects: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        ...fields,
      },
    ],
  },
});
const pod = (container: Record<string, unknown>) =>
  object({ kind: 'Pod', spec: { containers: [container] } });
const args = (...migrationArguments: string[]) => ({
  host: { ...ownHost, migrationArguments },
});
const slo = (errorRatioQuery: string) => ({
  monitoring: { enabled: true },
  slos: [{ name: 'a', indicator: 'custom', objective: 0.99, errorRatioQuery }],
});
const issuesOf = (change: Record<string, unknown>) =>
  checkEnvironmentSpec({ ...valid, ...change }).issues;

const TOKEN = `ghp_${'a1'.repeat(18)}`;
const PEM = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQ';
const CERTIFICATE = `-----BEGIN CERTIFICATE-----\n${'MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkq'.repeat(20)}\n-----END CERTIFICATE-----`;

/** As kubeseal writes it: the length of the session key, that key, and the sealed text. */
const sealed = (text: string) =>
  btoa(`\x02\x00${'\xa7'.repeat(512 + text.length + 16)}`);
const custom = (apiVersion: string, kind: string, spec: unknown) =>
  object({ apiVersion, kind, spec });
const workload = (container: Record<string, unknown>) =>
  custom('apps/v1', 'StatefulSet', {
    template: { spec: { containers: [container] } },
  });
const inContainer = 'extra.objects[0].spec.template.spec.containers[0]';

describe('credentials in a spec', () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      'an option of the migration',
      args('migrate', '--password=hunter2x'),
      'host.migrationArguments[1]',
    ],
    [
      'an argument after such an option',
      args('migrate', '--db-password', 'hunter2x'),
      'host.migrationArguments[2]',
    ],
    [
      'a connection string of the migration',
      args('--connection=Host=db;Username=elsa;Password=hunter2x;'),
      'host.migrationArguments[0]',
    ],
    [
      'a command in one argument',
      args('elsa migrate --api-key hunter2x'),
      'host.migrationArguments[0]',
    ],
    [
      'an objective',
      slo(`rate(a{token="${TOKEN}"}[{{.window}}])`),
      'slos[0].errorRatioQuery',
    ],
    [
      'a toleration',
      { server: { placement: { tolerations: [{ key: 'a', value: TOKEN }] } } },
      'server.placement.tolerations[0].value',
    ],
    [
      "a variable of a pod's container",
      pod({ name: 'a', env: [{ name: 'DB_PASSWORD', value: 'hunter2x' }] }),
      'extra.objects[0].spec.containers[0].env[0].value',
    ],
    [
      "an argument of a pod's container",
      pod({ name: 'a', args: ['--token', 'hunter2x'] }),
      'extra.objects[0].spec.containers[0].args[1]',
    ],
    [
      'an address with a password',
      pod({ name: 'a', command: ['psql', 'postgres://elsa:hunter2x@db/elsa'] }),
      'extra.objects[0].spec.containers[0].command[1]',
    ],
    [
      'a header',
      pod({
        name: 'a',
        args: ['-H', `Authorization: Basic ${btoa('elsa:hunter2x')}`],
      }),
      'extra.objects[0].spec.containers[0].args[1]',
    ],
    [
      'an entry of a ConfigMap',
      object({ data: { DB_PASSWORD: 'hunter2x' } }),
      'extra.objects[0].data.DB_PASSWORD',
    ],
    [
      'a file of JSON in a ConfigMap',
      object({
        data: { 'appsettings.json': '{ "Smtp": { "Password": "hunter2x" } }' },
      }),
      'extra.objects[0].data["appsettings.json"]',
    ],
    [
      'a file of YAML in a ConfigMap',
      object({
        data: { 'a.yaml': 'smtp:\n  password: hunter2x\n  port: 25\n' },
      }),
      'extra.objects[0].data["a.yaml"]',
    ],
    [
      'a private key',
      object({ data: { key: PEM } }),
      'extra.objects[0].data.key',
    ],
    [
      'a private key in Base64',
      object({ data: { key: btoa(PEM) } }),
      'extra.objects[0].data.key',
    ],
    [
      'the name of a field',
      object({ data: { [TOKEN]: 'x' } }),
      'extra.objects[0].data["(hidden)"]',
    ],
    [
      'an annotation',
      { extra: { annotations: { 'acme.example/api-key': 'hunter2x' } } },
      'extra.annotations["acme.example/api-key"]',
    ],
    [
      'a field that does not exist',
      { database: { password: 'hunter2x' } },
      'database.password',
    ],
    [
      'a field that takes something else',
      { target: { cluster: 'https://elsa:hunter2x@eu' } },
      'target.cluster',
    ],
    [
      'a number',
      object({ data: { password: 20_482_048 } }),
      'extra.objects[0].data.password',
    ],
    [
      'a number in a field that does not exist',
      { database: { password: 20_482_048 } },
      'database.password',
    ],
    [
      'a list of passwords',
      custom('acme.example/v1', 'Thing', { passwords: ['hunter2x'] }),
      'extra.objects[0].spec.passwords[0]',
    ],
    [
      'a value in a field of its own',
      custom('acme.example/v1', 'Thing', { password: { value: 'hunter2x' } }),
      'extra.objects[0].spec.password.value',
    ],
    [
      'a toleration of that name',
      {
        server: {
          placement: { tolerations: [{ key: 'password', value: 'hunter2x' }] },
        },
      },
      'server.placement.tolerations[0].value',
    ],
    [
      'an annotation with a prefix',
      { extra: { annotations: { 'acme.example/token': 'hunter2x' } } },
      'extra.annotations["acme.example/token"]',
    ],
    [
      'a variable with a short name',
      workload({ env: [{ name: 'DB_PASS', value: 'hunter2x' }] }),
      `${inContainer}.env[0].value`,
    ],
    [
      'a variable that is a number',
      workload({ env: [{ name: 'DB_PASSWORD', value: '20482048' }] }),
      `${inContainer}.env[0].value`,
    ],
    [
      'a reference in front of a literal',
      workload({ env: [{ name: 'DB_PASSWORD', value: '$(X)hunter2x' }] }),
      `${inContainer}.env[0].value`,
    ],
    [
      'a header of a probe',
      workload({
        livenessProbe: {
          httpGet: {
            httpHeaders: [{ name: 'Authorization', value: 'hunter2x' }],
          },
        },
      }),
      `${inContainer}.livenessProbe.httpGet.httpHeaders[0].value`,
    ],
    [
      'arguments of a command that stands apart',
      workload({ command: ['mysql'], args: ['-h', 'db', '-phunter2x'] }),
      `${inContainer}.args[2]`,
    ],
    [
      'an argument with spaces',
      workload({ args: ['--password', 'hunter2x and more'] }),
      `${inContainer}.args[1]`,
    ],
    [
      'the login of a command',
      workload({ command: ['curl', '-u', 'elsa:hunter2x', 'http://elsa'] }),
      `${inContainer}.command[2]`,
    ],
    [
      'the configuration of Redis',
      workload({ args: ['redis-server', '--requirepass', 'hunter2x'] }),
      `${inContainer}.args[2]`,
    ],
    [
      'bytes of a ConfigMap',
      object({ binaryData: { 'a.conf': btoa('requirepass hunter2x') } }),
      'extra.objects[0].binaryData["a.conf"]',
    ],
    [
      'a file of Docker',
      object({
        binaryData: {
          '.dockerconfigjson': btoa(
            JSON.stringify({ auths: { a: { auth: btoa('elsa:hunter2x') } } }),
          ),
        },
      }),
      'extra.objects[0].binaryData[".dockerconfigjson"]',
    ],
    [
      'sealed data of a kind that has none',
      custom('v1', 'ConfigMap', { encryptedData: { a: 'hunter2x' } }),
      'extra.objects[0].spec.encryptedData.a',
    ],
    [
      'sealed data of a group that has none',
      custom('acme.example/v1', 'SealedSecret', {
        encryptedData: { a: btoa('hunter2x') },
      }),
      'extra.objects[0].spec.encryptedData.a',
    ],
    [
      'a SealedSecret that is not sealed',
      custom('bitnami.com/v1alpha1', 'SealedSecret', {
        encryptedData: { a: btoa('hunter2x'.repeat(20)) },
      }),
      'extra.objects[0].spec.encryptedData.a',
    ],
    [
      'the template of a SealedSecret',
      custom('bitnami.com/v1alpha1', 'SealedSecret', {
        template: { data: { password: 'hunter2x' } },
      }),
      'extra.objects[0].spec.template.data.password',
    ],
    [
      'the template of an ExternalSecret',
      custom('external-secrets.io/v1', 'ExternalSecret', {
        target: { template: { data: { password: 'hunter2x' } } },
      }),
      'extra.objects[0].spec.target.template.data.password',
    ],
    [
      'a store of the provider fake',
      custom('external-secrets.io/v1', 'SecretStore', {
        provider: { fake: { data: [{ key: 'a', value: 'hunter2x' }] } },
      }),
      'extra.objects[0].spec.provider.fake.data[0].value',
    ],
    [
      'a generator that is fake',
      custom('generators.external-secrets.io/v1alpha1', 'Fake', {
        data: { a: 'hunter2x' },
      }),
      'extra.objects[0].spec.data.a',
    ],
    [
      'the login of a store',
      custom('external-secrets.io/v1', 'SecretStore', {
        provider: { vault: { auth: { token: 'hunter2x' } } },
      }),
      'extra.objects[0].spec.provider.vault.auth.token',
    ],
  ])('should be refused in %s, and not repeated', (_, change, path) => {
    const issues = issuesOf(change);
    expect(issues.map(issue => issue.path)).toContain(path);
    const issue = issues.find(candidate => candidate.path === path);
    expect(issue?.value).toBe('(hidden)');
    expect(issue?.remedy).toMatch(/Secret/);
    expect(issues.map(formatIssue).join('\n')).not.toMatch(
      /hunter2x|ghp_a1|20482048/,
    );
  });

  it.each<[string, string]>([
    ['GitHub', `github_pat_${'a1_'.repeat(20)}`],
    ['GitLab', `glpat-${'a1'.repeat(10)}`],
    ['Slack', 'xoxb-123456789012-abcdefghijkl'],
    ['AWS', 'AKIAIOSFODNN7EXAMPLE'],
    ['Vault', `hvs.${'Ab1'.repeat(10)}`],
    ['npm', `npm_${'a1'.repeat(18)}`],
    ['Azure storage', 'DefaultEndpointsProtocol=https;AccountKey=abc123==;'],
    [
      'a JSON Web Token',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc',
    ],
    ['a user without password', `https://${'a1'.repeat(12)}@github.com/a/b`],
    ['Redis', 'redis:6379,password=hunter2x,ssl=true'],
  ])('should be known by the form of %s', (_, value) => {
    expect(issuesOf(object({ data: { text: value } }))).toHaveLength(1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['a reference of Kubernetes', args('--password=$(DATABASE_PASSWORD)')],
    [
      'such a reference after an option',
      args('--password', '$(DATABASE_PASSWORD)'),
    ],
    ['an option after an option', args('--token', '--verbose')],
    [
      'a connection string that the pod puts together',
      args("Host=db;Username=elsa;Password='$(ELSA_DATABASE_PASSWORD)'"),
    ],
    [
      'an address that the pod puts together',
      args('postgres://$(DB_USER):$(DB_PASSWORD)@db/elsa'),
    ],
    [
      'a variable from a Secret',
      pod({
        name: 'a',
        env: [
          {
            name: 'DB_PASSWORD',
            valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
          },
          { name: 'TOKEN', value: '$(DB_PASSWORD)' },
          {
            name: 'ConnectionStrings__Reports',
            value: 'Host=db;Password=$(DB_PASSWORD)',
          },
          { name: 'TOKEN_LIFETIME', value: 'PT1H' },
        ],
        image: `ghcr.io/acme/a@sha256:${'0a'.repeat(32)}`,
      }),
    ],
    [
      'a script that reads variables',
      pod({
        name: 'a',
        command: ['sh', '-c', 'PGPASSWORD="$DB_PASSWORD" psql "${DATABASE}"\n'],
      }),
    ],
    [
      'settings that are only about credentials',
      object({
        data: {
          passwordKey: 'x',
          existingSecret: 'db',
          tokenPath: '/var/run/secrets/token',
          passwordPolicy: 'strict',
          max_tokens: 100,
          tokenExpirationSeconds: 3600,
          automountServiceAccountToken: false,
          id: '2a3c7a1e-1111-4c1e-9a55-0d8e1a2b3c4d',
        },
      }),
    ],
    [
      'variables that are only about credentials',
      workload({
        env: [
          { name: 'PASSWORD_POLICY', value: 'strict' },
          { name: 'MAX_TOKENS', value: '100' },
          { name: 'DB_SECRET_NAME', value: 'elsa-database' },
          { name: 'PASSWORD_FILE', value: '/run/secrets/password' },
          { name: 'USE_TOKEN', value: 'false' },
        ],
        args: ['--password-file', '/run/secrets/password', '-u', '1000:1000'],
      }),
    ],
    [
      'a SecretStore that refers to Secrets',
      custom('external-secrets.io/v1', 'SecretStore', {
        provider: {
          vault: { auth: { tokenSecretRef: { name: 'vault', key: 'token' } } },
        },
      }),
    ],
    ['a certificate', object({ data: { 'ca.crt': CERTIFICATE } })],
    ['a certificate in Base64', object({ data: { ca: btoa(CERTIFICATE) } })],
    [
      'an ExternalSecret',
      object({
        apiVersion: 'external-secrets.io/v1',
        kind: 'ExternalSecret',
        spec: {
          secretStoreRef: { name: 'vault' },
          target: {
            name: 'db',
            template: {
              data: { connectionString: 'Host=db;Password={{ .password }}' },
            },
          },
          data: [
            {
              secretKey: 'password',
              remoteRef: { key: 'elsa/db', property: 'password' },
            },
          ],
        },
      }),
    ],
    [
      'a SealedSecret',
      object({
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        spec: { encryptedData: { password: sealed('hunter2x') } },
      }),
    ],
    [
      'PromQL with labels',
      slo(
        'sum(rate(http_requests_total{job="token-service",code=~"5..",route!~"/password.*"}[{{.window}}]))\n/ on() group_left() sum(rate(http_requests_total[{{.window}}]))',
      ),
    ],
    [
      'names of Secrets and variables',
      {
        secrets: { names: { server: 'server-secret', database: 'db-token' } },
        host: {
          ...ownHost,
          environmentKeys: {
            adminPassword: 'ELSA_ADMIN_PASSWORD',
            signingKey: 'ELSA_SIGNING_KEY',
          },
        },
      },
    ],
    [
      'prose about passwords',
      {
        metadata: {
          name: 'payments',
          description:
            'Password: ask the team.\nBasic authentication with a token; use --password or -p. The signing key = your own.',
        },
      },
    ],
    [
      'annotations of Vault and of an ingress',
      {
        extra: {
          annotations: {
            'vault.hashicorp.com/agent-inject-token': 'true',
            'nginx.ingress.kubernetes.io/auth-secret': 'basic-auth',
          },
        },
      },
    ],
  ])('should not be seen in %s', (_, change) => {
    expect(issuesOf(change)).toEqual([]);
  });
});

describe('a value that is refused for another reason', () => {
  const place = 'exposure.kind';
  it('should be named by its field, and shown only where it reads like no credential', () => {
    const shown = issuesOf({
      exposure: { kind: 'door', host: 'a.example.com' },
    });
    expect(shown.find(({ path }) => path === place)?.value).toBe('door');
    const hidden = issuesOf({
      exposure: { kind: `password=hunter2x`, host: 'a.example.com' },
    });
    expect(hidden.find(({ path }) => path === place)?.value).toBe('(hidden)');
    expect(hidden.map(formatIssue).join()).not.toContain('hunter2x');
  });

  it('should not be shown in the name of a field that does not exist', () => {
    const issues = issuesOf({ 'password=hunter2x': true });
    expect(issues.map(({ path }) => path)).toContain('["(hidden)"]');
    expect(issues.map(formatIssue).join()).not.toContain('hunter2x');
  });
});

describe('invisible characters in a spec', () => {
  it.each([
    ['\u2028', 'U+2028, a line separator'],
    ['\u0085', 'U+0085, a control character'],
    ['\u007f', 'U+007F, a control character'],
    ['\u0000', 'U+0000, a control character'],
    ['\r', 'U+000D, a control character'],
    ['\u202e', 'U+202E, a direction control'],
    ['\u200b', 'U+200B, an invisible character'],
    ['\u200d', 'U+200D, an invisible character'],
    ['\ufe0f', 'U+FE0F, an invisible character'],
    ['\u00ad', 'U+00AD, an invisible character'],
    ['\ufeff', 'U+FEFF, a byte-order mark'],
    ['\ud800', 'U+D800, an unpaired surrogate'],
    ['\uffff', 'U+FFFF, no character'],
    ['\u{1fffe}', 'U+1FFFE, no character'],
    ['\u{e0041}', 'U+E0041, an invisible character'],
  ])('should be refused, named and escaped: %j', (character, name) => {
    const [issue, ...others] = issuesOf(
      object({ data: { text: `a${character}b` } }),
    );
    expect(others).toEqual([]);
    expect(issue.path).toBe('extra.objects[0].data.text');
    expect(issue.message).toContain(name);
    const line = formatIssue(issue);
    expect(line).toMatch(/ = "a(\\u[0-9a-f]{4}|\\r)+b"/);
    expect(line).not.toContain(character);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an argument', args('a\u2028b'), 'host.migrationArguments[0]'],
    [
      'a toleration',
      { server: { placement: { tolerations: [{ key: 'a\u0085' }] } } },
      'server.placement.tolerations[0].key',
    ],
    [
      'a size',
      {
        server: {
          volumes: [
            { name: 'a', mountPath: '/a', emptyDirSizeLimit: '1Gi\u007f' },
          ],
        },
      },
      'server.volumes[0].emptyDirSizeLimit',
    ],
    ['a query', slo('up\u200b[{{.window}}]'), 'slos[0].errorRatioQuery'],
    ['a name', { metadata: { name: 'pay\u200bments' } }, 'metadata.name'],
    [
      'the name of a field',
      object({ data: { 'a\u2028b': 'x' } }),
      'extra.objects[0].data["a\\u2028b"]',
    ],
    [
      'the name of a field that does not exist',
      { 'ser\u200bver': { replicas: 2 } },
      '["ser\\u200bver"]',
    ],
  ])('should be refused once in %s', (_, change, path) => {
    expect(issuesOf(change)).toMatchObject([
      { path, message: expect.stringContaining('invisible characters') },
    ]);
  });

  it.each([
    'two\nlines\tand\r\nthree',
    'Überweisungen · 支払い · оплата',
    'ready ✔️ 👩🏽‍💻 👨‍👩‍👧 1️⃣',
    'می‌خواهم',
    'क्‍ष',
  ])('should not be seen where they are needed: %j', text => {
    expect(
      issuesOf({ metadata: { name: 'payments', description: text } }),
    ).toEqual([]);
  });

  it.each([
    ['a toleration', 'not a key', '1 of 2'],
    ['a size', 'a lot', 'b'],
  ])('should leave no room for other nonsense in %s', (_, key, value) => {
    const issues = issuesOf({
      server: {
        placement: { tolerations: [{ key, value: `${value}/` }] },
        volumes: [{ name: 'a', mountPath: '/a', emptyDirSizeLimit: key }],
      },
    });
    expect(issues.map(issue => issue.path)).toEqual([
      'server.placement.tolerations[0].key',
      'server.placement.tolerations[0].value',
      'server.volumes[0].emptyDirSizeLimit',
    ]);
  });
});

describe('what no file can hold', () => {
  const nested = (depth: number) =>
    JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

  it('should be refused where it is nested too deeply', () => {
    expect(issuesOf(object({ data: nested(20) }))).toEqual([]);
    expect(issuesOf(object({ data: nested(5000) }))).toMatchObject([
      { path: 'extra.objects[0]', message: expect.stringMatching(/levels/) },
    ]);
  });

  it('should be refused where it holds itself', () => {
    const data: Record<string, unknown> = {};
    data.a = data;
    expect(issuesOf(object({ data }))).toHaveLength(1);
  });

  it('should be refused where shared parts make it endless', () => {
    let data: unknown = 'x';
    for (let i = 0; i < 40; i++) data = [data, data];
    expect(issuesOf(object({ data }))).toMatchObject([
      { message: expect.stringMatching(/too many fields/) },
    ]);
  });

  it.each([NaN, Infinity, 12345678901234567890])(
    'should be refused as the number %d',
    value => {
      expect(issuesOf(object({ data: { value } }))).toMatchObject([
        { path: 'extra.objects[0].data.value', value: String(value) },
      ]);
    },
  );

  it('should be refused as a size of a volume that the chart does not take', () => {
    expect(issuesOf({ database: { storage: { size: '5' } } })).toMatchObject([
      { path: 'database.storage.size', value: '5' },
    ]);
  });

  it.each(['.5', '1.', '1e3', '1E', '+1', '1Ei'])(
    'should be refused as an amount that the chart does not take: %s',
    amount => {
      const limits = { cpu: amount, memory: amount };
      expect(
        issuesOf({ database: { resources: { limits } } }).map(
          ({ path }) => path,
        ),
      ).toEqual(
        expect.arrayContaining([
          'database.resources.limits.cpu',
          'database.resources.limits.memory',
        ]),
      );
    },
  );

  it('should be refused where programs lose it', () => {
    const data = JSON.parse('{"__proto__": "x"}');
    expect(issuesOf(object({ data }))).toMatchObject([
      { path: 'extra.objects[0].data.__proto__' },
    ]);
  });

  it('should find a list of objects, whose items nobody would check', () => {
    expect(issuesOf(object({ kind: 'List', items: [] }))).toMatchObject([
      { path: 'extra.objects[0].kind', value: 'List' },
    ]);
  });
});
