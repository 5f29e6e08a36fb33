import type { Environment, EnvironmentTemplate } from '../files/types';
import { alertDocuments } from '../docs/alerts';
import { toYaml } from '../files/yaml';
import { badSeries, goodSeries, InputSeries } from './rulesTestSeries';

interface PromqlTest {
  expr: string;
  eval_time: string;
  exp_samples?: Array<{ labels: string; value: number }>;
}

interface RuleTest {
  name: string;
  interval: string;
  input_series: InputSeries[];
  promql_expr_test: PromqlTest[];
}

/** Long enough for the page alert's long window of one hour. */
const MINUTES = 75;
const EVALUATED_AT = '70m';

/**
 * Tests, for promtool, of the objectives and alerts of this very environment:
 * that each one fires when it should and is silent when it should. Undefined
 * without rules.
 */
export function rulesTestFile(
  environment: Environment,
  template: EnvironmentTemplate,
): string | undefined {
  if (!environment.spec.monitoring.enabled) return undefined;
  const tests = [
    ...sloTests(environment),
    ...alertTests(environment, template),
  ];
  return tests.length === 0
    ? undefined
    : toYaml(
        {
          rule_files: ['rules.yaml'],
          // Every rule is evaluated at each step of each test: with the usual
          // minute, promtool would need five times as long for the same answer.
          evaluation_interval: '5m',
          tests,
        },
        'promtool test rules rules.test.yaml; rules.yaml is taken out of the rendered\nPrometheusRules by the CI.',
      );
}

function sloTests(environment: Environment): RuleTest[] {
  const { spec } = environment;
  return spec.slos.flatMap(slo => {
    const bad = badSeries(environment, slo, MINUTES);
    const good = goodSeries(environment, slo, MINUTES);
    if (!bad || !good) return [];
    const selector = `{elsa_environment="${spec.metadata.name}",sloth_slo="${slo.name}"}`;
    const ratio = `max(slo:sli_error:ratio_rate5m${selector})`;
    const page = firing('ElsaErrorBudgetBurn', {
      sloth_slo: slo.name,
      sloth_severity: 'page',
    });
    return [
      test(`${slo.name}: everything fails, the page alert fires`, bad, [
        expectValue(ratio, 1),
        expectValue(page, 1),
      ]),
      test(`${slo.name}: nothing fails, nothing fires`, good, [
        expectValue(ratio, 0),
        expectNothing(page),
      ]),
      test(
        `${slo.name}: without data there is no ratio and no alert`,
        [],
        [expectNothing(ratio), expectNothing(page)],
      ),
    ];
  });
}

function alertTests(
  environment: Environment,
  template: EnvironmentTemplate,
): RuleTest[] {
  const { spec } = environment;
  const known = new Set(
    alertDocuments(environment, template).map(alert => alert.name),
  );
  const { name } = spec.metadata;
  const restarts = (values: string): InputSeries => ({
    series: `kube_pod_container_status_restarts_total{namespace="${spec.target.namespace}",pod="${name}-server-7d9c5b6f4-abcde",container="server"}`,
    values,
  });
  const restarting = firing('ElsaPodRestarting', {});
  const failing = firing('ElsaProbeFailing', {});
  return [
    ...(known.has('ElsaPodRestarting')
      ? [
          test(
            'a pod that restarts every two minutes is reported',
            [restarts('0+0x30 0+0.5x40')],
            [expectValue(restarting, 1)],
          ),
          test(
            'a single restart is not',
            [restarts('0x60 1x20')],
            [expectNothing(restarting)],
          ),
        ]
      : []),
    ...(known.has('ElsaProbeFailing')
      ? [
          test(
            'a public address that does not answer is reported',
            [
              {
                series: `probe_success{elsa_environment="${name}",namespace="${spec.target.namespace}",instance="public"}`,
                values: `0x${MINUTES}`,
              },
            ],
            [expectValue(failing, 1)],
          ),
        ]
      : []),
  ];
}

function test(
  name: string,
  input: InputSeries[],
  expectations: PromqlTest[],
): RuleTest {
  return {
    name,
    interval: '1m',
    input_series: input,
    promql_expr_test: expectations,
  };
}

function firing(alert: string, labels: Record<string, string>): string {
  const matchers = Object.entries({
    alertname: alert,
    alertstate: 'firing',
    ...labels,
  }).map(([label, value]) => `${label}="${value}"`);
  return `count(ALERTS{${matchers.join(',')}})`;
}

function expectValue(expr: string, value: number): PromqlTest {
  return {
    expr,
    eval_time: EVALUATED_AT,
    exp_samples: [{ labels: '{}', value }],
  };
}

function expectNothing(expr: string): PromqlTest {
  return { expr, eval_time: EVALUATED_AT };
}
