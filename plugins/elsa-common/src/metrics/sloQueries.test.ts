import { bucketBoundsSeconds } from './buckets';
import { getMetricProfile, METRIC_PROFILES } from './profiles';
import {
  buildSloQueries,
  errorRatioExpression,
  probeLabels,
} from './sloQueries';
import { METRIC_PROFILE_IDS } from './types';

const target = { environment: 'payments', namespace: 'payments-elsa' };

describe('buildSloQueries', () => {
  it('should count 5xx among requests that are not probes', () => {
    expect(
      buildSloQueries(METRIC_PROFILES.otel, target, { kind: 'success' }),
    ).toEqual({
      errorQuery:
        'sum(rate(http_server_request_duration_seconds_count{namespace="payments-elsa",service="payments-server",http_route!~"/|/(health|alive|metrics)(/.*)?|/?elsa/api/package/version",http_response_status_code=~"5.."}[{{.window}}])) or vector(0)',
      totalQuery:
        'sum(rate(http_server_request_duration_seconds_count{namespace="payments-elsa",service="payments-server",http_route!~"/|/(health|alive|metrics)(/.*)?|/?elsa/api/package/version"}[{{.window}}])) > 0',
    });
  });

  it('should leave out probe routes but keep requests without a route and targets whose port is called metrics', () => {
    const [matcher] = METRIC_PROFILES.otel.requests.ignored;
    const ignored = new RegExp(`^(?:${matcher.value})$`);
    for (const route of [
      '/',
      '/health',
      '/health/live',
      '/health/ready',
      '/alive',
      '/metrics',
      'elsa/api/package/version',
      '/elsa/api/package/version',
    ]) {
      expect([route, ignored.test(route)]).toEqual([route, true]);
    }
    for (const route of [
      '',
      'metrics',
      'health',
      '/workflows/order',
      '/healthcare/patients',
      'elsa/api/workflow-definitions',
    ]) {
      expect([route, ignored.test(route)]).toEqual([route, false]);
    }
  });

  it.each(METRIC_PROFILE_IDS)(
    'should give success and latency queries for %s that carry namespace and service',
    id => {
      const profile = METRIC_PROFILES[id];
      const [thresholdSeconds] = bucketBoundsSeconds(
        profile.requests.latency,
      ).slice(-1);
      for (const slo of [
        { kind: 'success' },
        { kind: 'latency', thresholdSeconds },
      ] as const) {
        const { errorQuery, totalQuery } = buildSloQueries(
          profile,
          target,
          slo,
        );
        for (const query of [errorQuery, totalQuery]) {
          expect(query).toContain('payments-elsa');
          expect(query).toContain('payments-server');
          expect(query).toContain('[{{.window}}]');
        }
      }
    },
  );

  it('should not take a missing bucket for fast requests', () => {
    const { errorQuery } = buildSloQueries(METRIC_PROFILES.otel, target, {
      kind: 'latency',
      thresholdSeconds: 0.5,
    });
    expect(errorQuery).not.toContain('vector(0)');
    expect(errorQuery).toContain(',le="0.5"}');
  });

  it('should find buckets however their bound is written', () => {
    const query = (profile: 'otel' | 'istio', thresholdSeconds: number) =>
      buildSloQueries(METRIC_PROFILES[profile], target, {
        kind: 'latency',
        thresholdSeconds,
      }).errorQuery;
    expect(query('otel', 1)).toContain('le=~"1|1\\\\.0"');
    expect(query('istio', 0.5)).toContain('le=~"500|500\\\\.0"');
    expect(query('istio', 0.0005)).toContain('le="0.5"');
    expect(query('istio', 3600)).toContain(
      'le=~"3600000|3\\\\.6e\\\\+06|3600000\\\\.0"',
    );
  });

  it('should name the nearest buckets when the threshold is none', () => {
    expect(() =>
      buildSloQueries(METRIC_PROFILES['prometheus-net'], target, {
        kind: 'latency',
        thresholdSeconds: 0.5,
      }),
    ).toThrow(
      'thresholdSeconds 0.5 is not a bucket of http_request_duration_seconds in metric profile prometheus-net, so requests within it cannot be counted; use 0.256 s or 0.512 s, or configure',
    );
    expect(() =>
      buildSloQueries(METRIC_PROFILES.traefik, target, {
        kind: 'latency',
        thresholdSeconds: 60,
      }),
    ).toThrow('use 5 s, or configure');
    expect(() =>
      buildSloQueries(METRIC_PROFILES.traefik, target, { kind: 'latency' }),
    ).toThrow('needs thresholdSeconds');
  });

  it('should accept the bounds of a host that configured its own buckets', () => {
    expect(
      buildSloQueries(METRIC_PROFILES['prometheus-net'], target, {
        kind: 'latency',
        thresholdSeconds: 0.5,
        bucketBoundsSeconds: [0.25, 0.5, 1],
      }).errorQuery,
    ).toContain('le="0.5"');
  });

  it('should take availability from probes that carry the environment', () => {
    expect(
      buildSloQueries(METRIC_PROFILES.linkerd, target, {
        kind: 'availability',
      }),
    ).toEqual({
      errorRatioQuery:
        '1 - sum(sum_over_time(probe_success{elsa_environment="payments",namespace="payments-elsa"}[{{.window}}])) / sum(count_over_time(probe_success{elsa_environment="payments",namespace="payments-elsa"}[{{.window}}]))',
    });
    expect(probeLabels(target)).toEqual({
      elsa_environment: 'payments',
      namespace: 'payments-elsa',
    });
  });

  it('should use the names of either Npgsql', () => {
    const { errorQuery, totalQuery } = buildSloQueries(
      METRIC_PROFILES.otel,
      target,
      { kind: 'database', minimumEventsPerSecond: 0.5 },
    );
    expect(errorQuery).toBe(
      '(sum(rate(db_client_connection_npgsql_timeouts_total{namespace="payments-elsa",service="payments-server"}[{{.window}}])) or vector(0)) + (sum(rate(db_client_operation_failed_total{namespace="payments-elsa",service="payments-server"}[{{.window}}])) or vector(0))',
    );
    expect(totalQuery).toMatch(
      /^sum\(rate\(db_client_operation_duration_seconds_count\{.*\}\[\{\{\.window\}\}\]\)\) > 0\.5$/,
    );
    expect(
      buildSloQueries(METRIC_PROFILES.otel, target, {
        kind: 'database',
        driver: 'npgsql-9',
      }).errorQuery,
    ).toContain('db_client_commands_failed_total');
  });

  it('should refuse what a profile cannot measure and say what can', () => {
    expect(() =>
      buildSloQueries(METRIC_PROFILES.istio, target, { kind: 'database' }),
    ).toThrow('Metric profile istio has no database metrics; use profile otel');
    expect(() =>
      buildSloQueries(METRIC_PROFILES.guide, target, { kind: 'workflow' }),
    ).toThrow('has no workflow metrics');
    expect(() =>
      buildSloQueries(METRIC_PROFILES.otel, target, {
        kind: 'success',
        minimumEventsPerSecond: -1,
      }),
    ).toThrow('minimumEventsPerSecond');
    expect(() => getMetricProfile('statsd')).toThrow(
      'Unknown metric profile "statsd"; use one of otel, prometheus-net',
    );
  });

  it('should keep hostile names inside their quotes', () => {
    const hostile = {
      environment: 'x',
      namespace: 'a"}) or vector(1) # $&',
      service: 'b.*|c',
    };
    const { totalQuery } = buildSloQueries(METRIC_PROFILES.traefik, hostile, {
      kind: 'success',
    });
    expect(totalQuery).toContain(
      'NAMESPACE-SERVICE'
        .replace(
          'NAMESPACE',
          () => 'a\\"\\\\}\\\\) or vector\\\\(1\\\\) # \\\\$&',
        )
        .replace('SERVICE', () => 'b\\\\.\\\\*\\\\|c'),
    );
  });

  it('should put a window in place of the placeholder', () => {
    const queries = buildSloQueries(METRIC_PROFILES.otel, target, {
      kind: 'workflow',
    });
    expect(errorRatioExpression(queries, '5m')).toBe(
      '(sum(rate(elsa_workflow_faulted_total{namespace="payments-elsa",service="payments-server"}[5m])) or vector(0)) / (sum(rate(elsa_workflow_started_total{namespace="payments-elsa",service="payments-server"}[5m])) > 0)',
    );
    expect(() => errorRatioExpression(queries, 'soon')).toThrow('duration');
  });
});
