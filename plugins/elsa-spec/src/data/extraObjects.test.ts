import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkEnvironmentSpec,
  resolveEnvironment,
} from '../environment/resolve';
import { findAbandonedData } from './findAbandonedData';
import { KINDS_WITHOUT_DATA } from './kindsWithoutData';
import { locateData } from './locateData';

const base = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
};

type Spec = Record<string, unknown>;
const object = (
  apiVersion: string,
  kind: string,
  spec: Spec = {},
  name = 'own',
) => ({ apiVersion, kind, metadata: { name }, spec });
type Stated = ReturnType<typeof object>;

const resolve = (...objects: Stated[]) =>
  resolveEnvironment({ ...base, extra: { objects } });
const refused = (from: Stated[], to: Stated[]) =>
  findAbandonedData(locateData(resolve(...from)), resolve(...to)).map(
    ({ path, from: before, to: after }) =>
      `${path.replace(/^extra\.objects\[[^\]]*\]/, '')}: ${before} -> ${after}`,
  );

const claimSpec = (storage: string, fields: Spec = {}) => ({
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage } },
  ...fields,
});
const statefulSet = (storage: string, fields: Spec = {}) =>
  object('apps/v1', 'StatefulSet', {
    volumeClaimTemplates: [
      { metadata: { name: 'data' }, spec: claimSpec(storage) },
    ],
    ...fields,
  });

/** As the documentation of each operator writes it: with a volume of this size and class. */
const operators: Record<string, (size: string, fields?: Spec) => Stated> = {
  'CloudNativePG Cluster': (size, { storageClassName, ...fields } = {}) =>
    object('postgresql.cnpg.io/v1', 'Cluster', {
      storage: { size, ...fields, storageClass: storageClassName },
    }),
  'MariaDB MariaDB': (size, fields) =>
    object('k8s.mariadb.com/v1alpha1', 'MariaDB', {
      storage: { size, ...fields },
    }),
  'Zalando postgresql': (size, { storageClassName } = {}) =>
    object('acid.zalan.do/v1', 'Postgresql', {
      volume: { size, storageClass: storageClassName },
    }),
  'Percona PerconaPGCluster': (size, fields) =>
    object('pgv2.percona.com/v2', 'PerconaPGCluster', {
      instances: [
        { name: 'instance1', dataVolumeClaimSpec: claimSpec(size, fields) },
      ],
    }),
  'Percona PerconaXtraDBCluster': (size, fields) =>
    object('pxc.percona.com/v1', 'PerconaXtraDBCluster', {
      pxc: {
        volumeSpec: { persistentVolumeClaim: claimSpec(size, fields) },
      },
    }),
  'Crunchy PostgresCluster': (size, fields) =>
    object('postgres-operator.crunchydata.com/v1beta1', 'PostgresCluster', {
      instances: [{ dataVolumeClaimSpec: claimSpec(size, fields) }],
    }),
  'Strimzi KafkaNodePool': (size, { storageClassName } = {}) =>
    object('kafka.strimzi.io/v1beta2', 'KafkaNodePool', {
      storage: {
        type: 'jbod',
        volumes: [
          { id: 0, type: 'persistent-claim', size, class: storageClassName },
        ],
      },
    }),
  'RabbitMQ RabbitmqCluster': (storage, fields) =>
    object('rabbitmq.com/v1beta1', 'RabbitmqCluster', {
      persistence: { storage, ...fields },
    }),
  'Redis RedisCluster': (size, fields) =>
    object('redis.redis.opstreelabs.in/v1beta2', 'RedisCluster', {
      storage: { volumeClaimTemplate: { spec: claimSpec(size, fields) } },
    }),
  'an operator that nobody has heard of': (size, fields) =>
    object('stores.example.com/v1', 'Store', {
      nodes: [{ name: 'a', disk: { size, ...fields } }],
    }),
  PersistentVolumeClaim: (size, fields) =>
    object('v1', 'PersistentVolumeClaim', claimSpec(size, fields)),
  StatefulSet: statefulSet,
};

const cloudNativePg = operators['CloudNativePG Cluster'];
const mariaDb = operators['MariaDB MariaDB'];

describe('data in extra objects', () => {
  describe.each(Object.entries(operators))('%s', (name, make) => {
    it('should not go without a word', () => {
      expect(refused([make('10Gi')], [])).toEqual([': stated -> none']);
    });

    it('should not become another object', () => {
      const other = { ...make('10Gi'), metadata: { name: 'other' } };
      expect(refused([make('10Gi')], [other])).toEqual([': stated -> none']);
      const ofAnotherGroup = {
        ...make('10Gi'),
        apiVersion: 'other.example/v1',
      };
      expect(refused([make('10Gi')], [ofAnotherGroup])).toEqual([
        ': stated -> none',
      ]);
    });

    it('should not shrink, and may grow', () => {
      expect(refused([make('10Gi')], [make('9Gi')])).toEqual([
        expect.stringMatching(/: 10Gi -> 9Gi$/),
      ]);
      expect(refused([make('10Gi')], [make('11Gi')])).toEqual([]);
      expect(refused([make('1Gi')], [make('1024Mi')])).toEqual([]);
    });

    if (name !== 'StatefulSet') {
      it('should not change its storage class', () => {
        const fast = make('10Gi', { storageClassName: 'fast' });
        expect(refused([make('10Gi')], [fast])).toEqual([
          expect.stringMatching(/: the cluster's default -> fast$/),
        ]);
        expect(refused([fast], [make('10Gi')])).toEqual([
          expect.stringMatching(/: fast -> the cluster's default$/),
        ]);
      });
    }

    it('should change in all that is not about data', () => {
      const from = make('10Gi');
      const to = {
        ...from,
        metadata: { name: 'own', labels: { team: 'a' } },
        spec: {
          ...from.spec,
          replicas: 5,
          podTemplate: { resources: { requests: { memory: '1Gi' } } },
        },
      };
      expect(refused([from], [to])).toEqual([]);
      expect(refused([to], [from])).toEqual([]);
      expect(refused([], [from])).toEqual([]);
    });
  });

  it.each<[string, Stated]>([
    ['a KafkaTopic', object('kafka.strimzi.io/v1beta2', 'KafkaTopic')],
    ['a Database', object('postgresql.cnpg.io/v1', 'Database')],
    ['a SealedSecret', object('bitnami.com/v1alpha1', 'SealedSecret')],
    ['an ExternalSecret', object('external-secrets.io/v1', 'ExternalSecret')],
    ['a kind named like a harmless one', object('acme.com/v1', 'ConfigMap')],
  ])('should not go without a word: %s', (_, stated) => {
    expect(refused([stated], [])).toEqual([': stated -> none']);
  });

  it.each<[string, Stated]>([
    ['a ConfigMap', object('v1', 'ConfigMap')],
    ['a NetworkPolicy', object('networking.k8s.io/v1', 'NetworkPolicy')],
    ['a Deployment', object('apps/v1', 'Deployment')],
    ['a StatefulSet without claims', object('apps/v1', 'StatefulSet')],
    ['a CronJob', object('batch/v1', 'CronJob')],
    ['a PrometheusRule', object('monitoring.coreos.com/v1', 'PrometheusRule')],
  ])('should go freely: %s', (_, stated) => {
    expect(refused([stated], [])).toEqual([]);
  });

  it.each<[string, Stated, Stated]>([
    [
      'spec.persistentVolumeClaimRetentionPolicy.whenDeleted',
      statefulSet('1Gi'),
      statefulSet('1Gi', {
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
      }),
    ],
    [
      'spec.storage.deleteClaim',
      object('kafka.strimzi.io/v1beta2', 'Kafka', {
        storage: { size: '1Gi', deleteClaim: false },
      }),
      object('kafka.strimzi.io/v1beta2', 'Kafka', {
        storage: { size: '1Gi', deleteClaim: true },
      }),
    ],
    [
      'spec.databaseReclaimPolicy',
      object('postgresql.cnpg.io/v1', 'Database'),
      object('postgresql.cnpg.io/v1', 'Database', {
        databaseReclaimPolicy: 'delete',
      }),
    ],
    [
      'spec.ensure',
      object('postgresql.cnpg.io/v1', 'Database'),
      object('postgresql.cnpg.io/v1', 'Database', { ensure: 'absent' }),
    ],
  ])('should not begin to go with their object: %s', (field, from, to) => {
    expect(refused([from], [to])).toEqual([`.deletes: nothing -> ${field}`]);
    expect(refused([to], [from])).toEqual([]);
    expect(refused([to], [to])).toEqual([]);
  });

  it('should lose a volume among several only with an acknowledgement', () => {
    const pool = (...ids: number[]) =>
      object('kafka.strimzi.io/v1beta2', 'KafkaNodePool', {
        storage: { volumes: ids.map(id => ({ id, size: '5Gi' })) },
      });
    expect(refused([pool(0, 1)], [pool(1, 0)])).toEqual([]);
    expect(refused([pool(0, 1)], [pool(1)])).toEqual([
      '.spec.storage.volumes[0].size: 5Gi -> none',
      ".spec.storage.volumes[0].storageClass: the cluster's default -> none",
    ]);
  });

  it('should be allowed to go by an acknowledgement of that object', () => {
    const field = 'extra.objects[MariaDB.k8s.mariadb.com/own]';
    const stored = locateData(resolve(mariaDb('10Gi')));
    const { environment, issues } = checkEnvironmentSpec({
      ...base,
      dataMoves: [{ field, from: 'stated', to: 'none' }],
    });
    expect(issues).toEqual([]);
    expect(environment && findAbandonedData(stored, environment)).toEqual([]);
    expect(findAbandonedData(stored, resolve())[0]).toMatchObject({
      path: field,
      procedure: 'change-extra-object',
    });
  });

  it('should be found in a record that names no groups', () => {
    const recorded = { 'extra.objects[Cluster/own]': 'stated' };
    const cluster = cloudNativePg('1Gi');
    expect(findAbandonedData(recorded, resolve(cluster))).toEqual([]);
    expect(findAbandonedData(recorded, resolve())).toHaveLength(1);
  });

  it('should not miss what an earlier release recorded of a kind that holds no data', () => {
    const recorded = {
      ...locateData(resolve()),
      'extra.objects[GrafanaDashboard.grafana.integreatly.org/own]': 'stated',
      'extra.objects[Kafka.kafka.strimzi.io/own]': 'stated',
    };
    expect(
      findAbandonedData(recorded, resolve()).map(({ path }) => path),
    ).toEqual(['extra.objects[Kafka.kafka.strimzi.io/own]']);
  });

  it('should be kept by the chart for the same kinds', () => {
    const chart = readFileSync(
      join(
        __dirname,
        '../../../../templates/create-elsa-environment/chart/templates/data/_kept.tpl',
      ),
      'utf8',
    );
    const [, list] =
      /define "elsa\.data\.kindsWithoutData" -\}\}\n(.*?)\{\{- end/s.exec(
        chart,
      ) ?? [];
    expect(list.trim().split('\n')).toEqual(
      KINDS_WITHOUT_DATA.map(kind => `- "${kind}"`),
    );
  });
});
