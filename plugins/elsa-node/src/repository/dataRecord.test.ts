import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { specFile } from '../generate/specFile';
import { dataRecordFile, refuseAbandonedData } from './dataRecord';

const base = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu', namespace: 'pay' },
  exposure: { host: 'elsa.example.com' },
  backup: { enabled: true },
};
const own = { repository: 'registry.example.com/elsa', tag: '1.0.0' };
const claim = (size: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'files' },
  spec: {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: size } },
  },
});
type Fields = Record<string, unknown>;
const velero = (fields: Fields) => ({ backup: { velero: fields } });
const database = (provider: string, version: string) => ({
  database: { provider, version, sqlserver: { acceptEula: true } },
});

const LOSSES: [string, Fields, Fields][] = [
  ['nothing', {}, {}],
  ['MySQL', database('mysql', '8.4'), database('mysql', '9.0')],
  ['SQL Server', database('sqlserver', '2022'), database('sqlserver', '2019')],
  ['PostgreSQL', database('postgresql', '16'), database('postgresql', '17')],
  ['namespace', {}, { target: { cluster: 'eu', namespace: 'b' } }],
  ['cluster', {}, { target: { cluster: 'us', namespace: 'pay' } }],
  ['profile', {}, { host: { profile: 'clustered', server: own } }],
  ['secrets', {}, { secrets: { names: { database: 'other' } } }],
  [
    'class of backups',
    {},
    { backup: { enabled: true, storage: { storageClass: 'x' } } },
  ],
  ['retention', {}, { backup: { enabled: true, retentionDays: 1 } }],
  ['Velero', velero({ enabled: true }), velero({ enabled: false })],
  ['packaging', {}, { delivery: { packaging: 'kustomize' } }],
  [
    'extra objects',
    { extra: { objects: [claim('2Gi')] } },
    { extra: { objects: [] } },
  ],
];

const resolve = (fields: Fields) => resolveEnvironment({ ...base, ...fields });
/** What is left of an environment whose spec was edited in place. */
const editedRepository = (next: Fields, version: string) => [
  {
    path: '.elsa/payments.yaml',
    content: specFile({ ...base, ...next }, version),
  },
  { path: 'environments/payments/namespace', content: 'pay\n' },
];

/** What a refusal says. */
function outcomeOf(attempt: () => unknown): string {
  try {
    attempt();
    return 'accepted';
  } catch (error) {
    return String(error);
  }
}

describe('refuseAbandonedData', () => {
  it.each(LOSSES)(
    'should refuse an edit without a record that it refuses with one: %s',
    (title, stored, next) => {
      const spec = resolve(next);
      const record = dataRecordFile(resolve(stored));
      const withRecord = () =>
        refuseAbandonedData(spec, [...editedRepository(next, '0.2.0'), record]);
      expect(outcomeOf(withRecord)).toMatch(
        title === 'nothing' ? /^accepted$/ : /keep|runbook/,
      );
      for (const [version, message] of [
        ['0.1.0', 'Nothing records where the data of payments is'],
        ['0.2.0', '.elsa/data/payments.yaml is missing'],
        ['0.10.0', '.elsa/data/payments.yaml is missing'],
      ]) {
        expect(() =>
          refuseAbandonedData(spec, editedRepository(next, version)),
        ).toThrow(message);
      }
    },
  );

  it('should not take a spec for new because it states no version', () => {
    const [stored, output] = editedRepository({}, '0.1.0');
    const content = stored.content.replace(/^templateVersion:.*\n/m, '');
    const spec = { ...stored, content };
    expect(() => refuseAbandonedData(resolve({}), [spec, output])).toThrow(
      'Nothing records',
    );
    expect(() => refuseAbandonedData(resolve({}), [output])).toThrow(
      'Nothing records',
    );
    // Written by hand into a folder in which nothing was generated.
    expect(() => refuseAbandonedData(resolve({}), [spec])).not.toThrow();
  });

  it('should record what it is told to, and compare with another stored spec all the same', () => {
    const [from, to] = [database('mysql', '8.4'), database('mysql', '9.0')];
    const record = (stored: Fields, next: Fields) =>
      refuseAbandonedData(
        resolve(next),
        editedRepository(stored, '0.1.0'),
        true,
      );
    expect(() => record(from, from)).not.toThrow();
    expect(() => record(from, to)).toThrow('database.version');
  });
});
