import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { HEALTH_STATUSES } from '../../contract';
import { assessObject } from '../assessObject';
import { withFields } from '../fixtures/withFields';
import { application } from '../fixtures/platform';
import { BACKUP_PHASES } from '../rules/cloudNativePg';
import { summarizeApplication } from '../snapshot/argoCd';
import { AUTOSCALER_VERDICTS } from './autoscaler';
import { CERTIFICATE_VERDICTS } from './certificate';
import {
  CLUSTER_PHASES,
  CLUSTER_VERDICTS,
  READY_VERDICTS,
} from './clusterTables';
import { GATEWAY_VERDICTS, LISTENER_VERDICTS, ROUTE_VERDICTS } from './gateway';
import { KEDA_VERDICTS } from './keda';
import { POOLER_PHASES } from './pooler';
import { RABBITMQ_VERDICTS } from './rabbitmq';
import {
  EXTERNAL_SECRET_VERDICTS,
  SEALED_SECRET_VERDICTS,
  SECRET_STORE_VERDICTS,
} from './secrets';
import { type ConditionVerdict, verdictOf } from './verdicts';

/** What an API can write, as recorded from its source. */
interface Table {
  release: string;
  /** Of the branch, where it was read ahead of the release. */
  commit?: string;
  sources: string[];
  [list: string]: unknown;
}

const directory = path.join(__dirname, '../fixtures/upstream');
const read = (name: string): Table =>
  JSON.parse(readFileSync(path.join(directory, `${name}.json`), 'utf8'));

interface ConditionRow {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reasons: string[];
}

const CONDITIONS: [string, string, readonly ConditionVerdict[]][] = [
  [
    'cloudnative-pg',
    'clusterConditions',
    [...CLUSTER_VERDICTS, ...READY_VERDICTS],
  ],
  ['rabbitmq-cluster-operator', 'conditions', RABBITMQ_VERDICTS],
  ['keda', 'conditions', KEDA_VERDICTS],
  ['cert-manager', 'conditions', CERTIFICATE_VERDICTS],
  ['external-secrets', 'externalSecretConditions', EXTERNAL_SECRET_VERDICTS],
  ['external-secrets', 'secretStoreConditions', SECRET_STORE_VERDICTS],
  ['sealed-secrets', 'conditions', SEALED_SECRET_VERDICTS],
  ['gateway-api', 'gatewayConditions', GATEWAY_VERDICTS],
  ['gateway-api', 'listenerConditions', LISTENER_VERDICTS],
  ['gateway-api', 'routeConditions', ROUTE_VERDICTS],
  ['horizontal-pod-autoscaler', 'conditions', AUTOSCALER_VERDICTS],
];

const PHASES: [string, string, Iterable<string>][] = [
  ['cloudnative-pg', 'clusterPhases', CLUSTER_PHASES.keys()],
  ['cloudnative-pg', 'backupPhases', BACKUP_PHASES.keys()],
  ['cloudnative-pg', 'poolerPhases', POOLER_PHASES.keys()],
  ['argo-cd', 'healthStatuses', HEALTH_STATUSES],
];

describe('what operators can write', () => {
  it.each(CONDITIONS)(
    'should have a verdict for each condition: %s, %s',
    (name, list, verdicts) => {
      const rows = read(name)[list] as ConditionRow[];
      expect(rows.length).toBeGreaterThan(0);
      const without = rows.flatMap(({ reasons, ...condition }) =>
        reasons
          .filter(reason => !verdictOf(verdicts, { ...condition, reason }))
          .map(reason => `${condition.type}=${condition.status} ${reason}`),
      );
      expect(without).toEqual([]);
      const unheardOf = verdicts.flatMap(({ type, reasons = [] }) =>
        reasons.filter(
          reason =>
            !rows.some(
              row => row.type === type && row.reasons.includes(reason),
            ),
        ),
      );
      expect(unheardOf).toEqual([]);
    },
  );

  it.each(PHASES)(
    'should have a verdict for each phase and for no other: %s, %s',
    (name, list, known) => {
      expect([...known].sort()).toEqual((read(name)[list] as string[]).sort());
    },
  );

  it('should show every state of an Application as Argo CD writes it', () => {
    const { healthStatuses, syncStatuses, operationPhases, conditionTypes } =
      read('argo-cd') as unknown as Record<string, string[]>;
    for (const status of healthStatuses) {
      const object = withFields(application, {
        'status.health.status': status,
      });
      expect(assessObject(object)?.status).toBe(status);
    }
    const states = syncStatuses.map(status =>
      summarizeApplication(
        withFields(application, { 'status.sync.status': status }),
      ),
    );
    expect(states.map(({ sync }) => sync?.status)).toEqual(syncStatuses);
    const operations = operationPhases.map(phase =>
      summarizeApplication(
        withFields(application, { 'status.operationState.phase': phase }),
      ),
    );
    expect(operations.map(({ operation }) => operation?.phase)).toEqual(
      operationPhases,
    );
    const { conditions } = summarizeApplication(
      withFields(application, {
        'status.conditions': conditionTypes.map(type => ({ type })),
      }),
    );
    expect(conditions.map(({ type }) => type)).toEqual(conditionTypes);
  });

  it('should say of each table where it comes from', () => {
    for (const file of readdirSync(directory)) {
      const { release, commit, sources } = read(path.parse(file).name);
      expect(release).toMatch(/^v\d+\.\d+\.\d+$/);
      expect(commit ?? '0'.repeat(40)).toMatch(/^[0-9a-f]{40}$/);
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});
