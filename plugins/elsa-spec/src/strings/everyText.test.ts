import { formatIssue } from '../issues/errors';
import { checkEnvironmentSpec } from '../environment/resolve';
import { formatPath } from '../issues/collectIssues';
import { type StatedField, walkSpec } from './walkSpec';

/** Texts in all sections, also in those that do not fit together. */
const spec = {
  metadata: { name: 'payments', title: 'Payments', description: 'Pays' },
  owner: 'group:default/payments',
  system: 'payments',
  preset: 'production',
  target: { cluster: 'eu', namespace: 'payments' },
  host: {
    profile: 'clustered',
    server: { repository: 'ghcr.io/acme/elsa', tag: '1.4.0' },
    studio: { tag: '3.9.0' },
    migrationArguments: ['migrate', '--all'],
    environmentKeys: { adminPassword: 'ELSA_ADMIN_PASSWORD' },
  },
  server: {
    env: [{ name: 'Greeting', value: 'hello' }],
    placement: {
      tolerations: [{ key: 'team', value: 'payments', effect: 'NoSchedule' }],
      nodeSelector: { pool: 'elsa' },
    },
    podAnnotations: { 'acme.example/note': 'yes' },
    volumes: [{ name: 'a', mountPath: '/a', emptyDirSizeLimit: '1Gi' }],
  },
  database: { provider: 'postgresql', storage: { size: '5Gi' } },
  backup: { schedule: '0 3 * * *' },
  exposure: { kind: 'ingress', host: 'elsa.example.com' },
  secrets: {
    kind: 'external-secrets',
    names: { server: 'server' },
    store: { name: 'vault' },
    remotePath: 'teams/payments',
  },
  slos: [{ name: 'a', indicator: 'custom', errorRatioQuery: 'up' }],
  extra: {
    labels: { team: 'payments' },
    annotations: { 'acme.example/note': 'yes' },
    objects: [
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'x' },
        data: { 'a.conf': 'a' },
        binaryData: { b: 'YQ==' },
      },
    ],
  },
};

const CREDENTIALS = [
  ['ghp', 'a1'.repeat(18)].join('_'),
  'Host=db;Password=hunter2x',
  'Password=$(X)hunter2x',
  'password: 12345678hunter2x',
  'migrate --pass hunter2x',
  'curl -u elsa:hunter2x http://elsa',
  'requirepass hunter2x',
  '//registry.npmjs.org/:_authToken=hunter2x',
  'db:5432:elsa:elsa:hunter2x',
  'machine a login elsa password hunter2x',
  '<add key="Password" value="hunter2x"/>',
  '{"password":"hunter2x"}',
  btoa('Host=db;Password=hunter2x'),
];

/** The spec with another text in one place. */
function withText(value: unknown, path: PropertyKey[], text: string): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return text;
  const copy: Record<PropertyKey, unknown> = Array.isArray(value)
    ? (Object.assign([], value) as never)
    : { ...(value as object) };
  copy[head] = withText(copy[head], rest, text);
  return copy;
}

const texts: StatedField[] = [];
walkSpec(spec, field => {
  if (field.what === 'value') texts.push(field);
});

describe('a credential in any text of a spec', () => {
  it.each(texts.map(({ path }) => [formatPath(path), path] as const))(
    'should be refused by the name of the field, and never be repeated: %s',
    (place, path) => {
      for (const text of CREDENTIALS) {
        const { issues } = checkEnvironmentSpec(withText(spec, path, text));
        const issue = issues.find(candidate => candidate.path === place);
        expect([text, issue?.value]).toEqual([text, '(hidden)']);
        expect(issues.map(formatIssue).join('\n')).not.toMatch(
          /hunter2x|ghp_a1|SG9zdD1/,
        );
      }
    },
  );
});
