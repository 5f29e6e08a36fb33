import type {
  EnvironmentStatus,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { PrometheusConfig, RawSloConfig } from '../../config';
import { sloSeriesQueries } from './sloSeriesQueries';

const config = {
  name: 'eu',
  clusters: ['production-eu'],
  clusterLabel: 'cluster',
  matchers: {},
} as unknown as PrometheusConfig;
const status = {
  name: 'payments',
  namespace: 'payments-elsa',
  cluster: 'production-eu',
} as EnvironmentStatus;
const slo = {
  name: 'success',
  objective: 0.999,
  errorBudget: 0.001,
} as SloStatus;
const raw = {
  name: 'success',
  metricProfile: 'prometheus-net',
  indicator: { kind: 'success' },
  windowDays: 30,
} as RawSloConfig;

const queriesOf = (stepSeconds: number, rawSlo?: RawSloConfig) =>
  sloSeriesQueries({ config, status, slo, stepSeconds, raw: rawSlo });

describe('sloSeriesQueries', () => {
  it('should look at whole steps of raw metrics, and at no less than 5 minutes', () => {
    const long = queriesOf(7200, raw);
    expect(long.sli).toContain('[7200s]');
    expect(long.burnRate).toContain('[7200s]');
    expect(long.traffic).toContain('[7200s]');
    expect(long.remaining).toContain('[30d]');
    const short = queriesOf(60, raw);
    expect(short.sli).toContain('[300s]');
    expect(short.burnRate).toContain('[3600s]');
  });

  it('should count no traffic of probes', () => {
    const probes = { ...raw, indicator: { kind: 'availability' } as const };
    expect(queriesOf(7200, probes).traffic).toBeUndefined();
  });

  it('should ask of one cluster alone, alerts included', () => {
    for (const queries of [queriesOf(7200), queriesOf(7200, raw)]) {
      for (const query of Object.values(queries)) {
        expect(query).toContain('cluster="production-eu"');
      }
      expect(queries.incidents).toContain('sloth_slo=~"success|"');
    }
  });
});
