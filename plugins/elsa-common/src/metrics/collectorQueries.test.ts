import { createTargetIndex } from './identity';
import { METRIC_PROFILES } from './profiles';
import { buildRawSliQuery } from './rawQueries';
import { recordedSeriesQueries, recordedSloQueries } from './recordedQueries';
import { volumeUsageQueries } from './volumeQueries';

const clusterMatcher = {
  label: 'cluster',
  operator: '=',
  value: 'production-eu',
} as const;

describe('recordedSloQueries', () => {
  it('should read every window of every SLO in one query', () => {
    expect(recordedSloQueries([clusterMatcher])).toEqual({
      sliErrors:
        'max by (elsa_environment, namespace, sloth_slo, sloth_window) ({__name__=~"slo:sli_error:ratio_rate[0-9]+[smhdw]",elsa_environment!="",cluster="production-eu"})',
      definitions:
        'max by (__name__, elsa_environment, namespace, sloth_slo) ({__name__=~"slo:objective:ratio|slo:time_period:days",elsa_environment!="",cluster="production-eu"})',
    });
  });
});

describe('recordedSeriesQueries', () => {
  const success = {
    environment: 'payments',
    namespace: 'payments-elsa',
    name: 'success',
    objective: 0.999,
  };
  const own =
    'elsa_environment="payments",namespace="payments-elsa",sloth_slo="success"';

  it('should select one SLO and write the budget without binary dust', () => {
    expect(recordedSeriesQueries(success, 60)).toEqual({
      sli: `1 - max(slo:sli_error:ratio_rate5m{${own}})`,
      remaining: `max(slo:period_error_budget_remaining:ratio{${own}})`,
      burnRate: `max(slo:sli_error:ratio_rate1h{${own}}) / 0.001`,
      traffic: `max(elsa:slo_events:rate5m{${own}})`,
      incidents:
        'max by (alertname, severity) (ALERTS{alertstate="firing",elsa_environment="payments",namespace="payments-elsa",sloth_slo=~"success|"})',
    });
  });

  it('should look at each step as a whole where steps are long', () => {
    const { sli, burnRate, traffic, incidents } = recordedSeriesQueries(
      success,
      7200,
    );
    const window = '[7199999ms]';
    expect(sli).toBe(
      `1 - (max(sum_over_time(elsa:slo_errors:rate5m{${own}}${window})) / (max(sum_over_time(elsa:slo_events:rate5m{${own}}${window})) > 0) or max(avg_over_time(slo:sli_error:ratio_rate5m{${own}}${window})))`,
    );
    expect(burnRate).toBe(
      `max(max_over_time(slo:sli_error:ratio_rate1h{${own}}${window})) / 0.001`,
    );
    for (const query of [traffic, incidents]) {
      expect(query).toContain(window);
    }
  });

  it.each([0, 1, 2, NaN])('should refuse objective %p', objective => {
    expect(() => recordedSeriesQueries({ ...success, objective }, 60)).toThrow(
      'objective of SLO "success"',
    );
  });
});

describe('buildRawSliQuery', () => {
  it('should give one ratio per environment, 0 where nothing failed', () => {
    const { query, labels } = buildRawSliQuery(
      METRIC_PROFILES.otel,
      { kind: 'workflow' },
      '1h',
    );
    expect(labels).toEqual(['namespace', 'service']);
    expect(query).toBe(
      '(sum by (namespace, service) (rate(elsa_workflow_faulted_total{service=~".+-server"}[1h])) or sum by (namespace, service) (rate(elsa_workflow_started_total{service=~".+-server"}[1h])) * 0) / (sum by (namespace, service) (rate(elsa_workflow_started_total{service=~".+-server"}[1h])) > 0)',
    );
  });

  it('should group probes by environment', () => {
    const { query, labels } = buildRawSliQuery(
      METRIC_PROFILES.otel,
      { kind: 'availability' },
      '5m',
      { extraMatchers: [clusterMatcher] },
    );
    expect(labels).toEqual(['elsa_environment', 'namespace']);
    expect(query).toContain('{elsa_environment!="",cluster="production-eu"}');
  });
});

describe('createTargetIndex', () => {
  const targets = [
    { environment: 'payments', namespace: 'elsa' },
    { environment: 'orders', namespace: 'elsa', service: 'orders-api' },
  ];

  it('should find environments by their labels', () => {
    const find = createTargetIndex(METRIC_PROFILES['ingress-nginx'], targets);
    expect(
      find({ exported_namespace: 'elsa', exported_service: 'payments-server' }),
    ).toBe(targets[0]);
    expect(
      find({ exported_namespace: 'elsa', exported_service: 'orders-api' }),
    ).toBe(targets[1]);
    expect(find({ exported_namespace: 'other' })).toBeUndefined();
  });

  it.each([
    'elsa-payments-server-80@kubernetes',
    'elsa-payments-server-http@kubernetes',
    'elsa-payments-server-6b204d94623b3df4370c@kubernetescrd',
    'elsa-payments-server-http-8080@kubernetesgateway',
    'httproute-elsa-payments-server-gw-infra-shared-ep-websecure-0-a1b2c3-svc-elsa-payments-server-0@kubernetesgateway',
  ])('should read the environment out of the Traefik service %s', service => {
    const find = createTargetIndex(METRIC_PROFILES.traefik, targets);
    expect(find({ service })).toBe(targets[0]);
  });

  it('should leave out environments that Traefik names alike', () => {
    const find = createTargetIndex(METRIC_PROFILES.traefik, [
      { environment: 'b', namespace: 'a' },
      { environment: 'x', namespace: 'a-b', service: 'server' },
    ]);
    expect(find({ service: 'a-b-server-80@kubernetes' })).toBeUndefined();
  });
});

describe('volumeUsageQueries', () => {
  it('should limit the answer to the given namespaces', () => {
    expect(volumeUsageQueries(['b', 'a', 'b']).used).toBe(
      'max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_used_bytes{namespace=~"a|b",persistentvolumeclaim!=""})',
    );
    expect(volumeUsageQueries().capacity).toBe(
      'max by (namespace, persistentvolumeclaim) (kubelet_volume_stats_capacity_bytes{namespace!="",persistentvolumeclaim!=""})',
    );
  });
});
