import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import { definedSlosOf } from './definedSlos';

const constant = (record: string, slo: string, expr: string) => ({
  record,
  expr,
  labels: { sloth_slo: slo, elsa_environment: 'payments' },
});

const rules = (...all: unknown[]): KubernetesObject => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PrometheusRule',
  metadata: { name: 'payments-slos', namespace: 'payments' },
  spec: { groups: [{ name: 'meta', rules: all }] },
});

describe('definedSlosOf', () => {
  it('should read objective and window from the rules that record them', () => {
    expect(
      definedSlosOf([
        rules(
          constant('slo:objective:ratio', 'success', 'vector(0.999)'),
          constant('slo:error_budget:ratio', 'success', 'vector(0.001)'),
          constant('slo:time_period:days', 'success', 'vector(30)'),
          constant('slo:objective:ratio', 'latency', 'vector(0.95)'),
          constant('slo:time_period:days', 'latency', 'vector(7)'),
          { alert: 'ElsaServerDown', expr: 'up == 0' },
        ),
      ]),
    ).toEqual([
      { name: 'latency', objective: 0.95, windowSeconds: 7 * 86_400 },
      { name: 'success', objective: 0.999, windowSeconds: 30 * 86_400 },
    ]);
  });

  it.each<[string, KubernetesObject]>([
    ['no rules', rules()],
    ['nothing that a rule is', rules(null, 'x', { record: 1 })],
    [
      'no usable objective',
      rules(
        constant('slo:objective:ratio', 'a', 'vector(1.5)'),
        constant('slo:time_period:days', 'a', 'vector(30)'),
      ),
    ],
    ['no window', rules(constant('slo:objective:ratio', 'a', 'vector(0.9)'))],
    [
      'an objective that is no constant',
      rules(
        constant('slo:objective:ratio', 'a', 'max(other)'),
        constant('slo:time_period:days', 'a', 'vector(30)'),
      ),
    ],
    ['another kind', { ...rules(), kind: 'ConfigMap' }],
    ['no spec', { ...rules(), spec: undefined }],
  ])('should find none in %s', (_, object) => {
    expect(definedSlosOf([object])).toEqual([]);
  });
});
