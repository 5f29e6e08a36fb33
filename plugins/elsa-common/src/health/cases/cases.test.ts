import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import type { HealthStatus } from '../../contract';
import { evaluateEnvironment } from '../evaluateEnvironment';
import type { EnvironmentInput } from '../types';

/** What is right in one situation. */
interface Right {
  /** Any of these. */
  status: HealthStatus[];
  /** Code of the reason that is shown first. */
  first?: string;
  /** Codes that have to be there, remarks included. */
  codes?: string[];
  /** Codes that must not be there. */
  not?: string[];
  /** There is nothing to say at all. */
  none?: boolean;
  /** What is known besides the objects. */
  given?: Partial<EnvironmentInput>;
}

/** By file, without its ending. */
const RIGHT: Record<string, Right> = {
  'crash-ready-between': {
    status: ['Healthy'],
    codes: ['FrequentRestarts'],
  },
  'cert-shortlived-fresh': { status: ['Healthy'], none: true },
  'cnpg-applying': {
    status: ['Progressing'],
    first: 'ApplyingConfiguration',
  },
  'cnpg-archiving': {
    status: ['Degraded'],
    codes: ['ContinuousArchivingFailing'],
  },
  'cnpg-disk': {
    status: ['Degraded'],
    codes: ['NotEnoughDiskSpace', 'CrashLoopBackOff'],
  },
  'cnpg-disk-nopods': { status: ['Degraded'], first: 'NotEnoughDiskSpace' },
  'cnpg-healthy-0ready': {
    status: ['Degraded', 'Progressing'],
    codes: ['ClusterIsNotReady'],
  },
  'cnpg-invalid': { status: ['Degraded'], first: 'InvalidClusterDefinition' },
  'ingress-noaddr': { status: ['Healthy'], codes: ['NoAddress'] },
  'keda-hpametrics': {
    status: ['Progressing', 'Healthy'],
    codes: ['HPAMetricsUnavailable'],
  },
  'late-at-daily': { status: ['Degraded'], codes: ['BackupLate'] },
  'late-at-midnight': { status: ['Degraded'], codes: ['BackupLate'] },
  'late-at-weekly': { status: ['Degraded'], codes: ['BackupLate'] },
  'late-every1d': { status: ['Degraded'], codes: ['BackupLate'] },
  'late-every2d': { status: ['Degraded'], codes: ['BackupLate'] },
  'late-yearly': { status: ['Healthy'], none: true },
  'rmq-down-1h': { status: ['Degraded'], first: 'NoEndpointsAvailable' },
  'rmq-zero': { status: ['Suspended'], codes: ['ScaledToZero'] },
  'db-vanished': {
    status: ['Missing', 'Degraded'],
    first: 'Missing',
    given: { required: ['server', 'database'] },
  },
  'dep-containercreating': {
    status: ['Degraded'],
    first: 'ContainerCreating',
  },
  'dep-init-hangs': { status: ['Degraded'], first: 'InitContainerNotDone' },
  'dep-recreate-terminating': {
    status: ['Degraded'],
    first: 'StuckTerminating',
  },
  'rs-create-error': { status: ['Degraded'], first: 'ReplicaSetCreateError' },
  'sts-containercreating': {
    status: ['Degraded'],
    first: 'ContainerCreating',
  },
  'sts-terminating-lost': {
    status: ['Degraded'],
    first: 'StuckTerminating',
  },
};

interface Case {
  what: string;
  now: string;
  input: unknown[];
}

const directory = path.join(__dirname, 'observe');
const names = readdirSync(directory).map(file => path.parse(file).name);
const readCase = (name: string): Case =>
  JSON.parse(readFileSync(path.join(directory, `${name}.json`), 'utf8'));

describe('situations from public reports', () => {
  it('should have a right value for each', () => {
    expect(Object.keys(RIGHT).sort()).toEqual(names.sort());
  });

  it.each(Object.entries(RIGHT))('should judge %s', (name, right) => {
    const { now, input } = readCase(name);
    const { health } = evaluateEnvironment({
      name: 'payments',
      objects: input,
      now: Date.parse(now),
      ...right.given,
    });
    const codes = health.reasons.map(({ code }) => code);
    expect(right.status).toContain(health.status);
    expect(codes[0]).toBe(right.first ?? codes[0]);
    expect(codes).toEqual(expect.arrayContaining(right.codes ?? []));
    expect(codes.filter(code => right.not?.includes(code))).toEqual([]);
    expect(right.none ? codes : []).toEqual([]);
  });
});
