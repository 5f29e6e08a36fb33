import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readElsaConfig } from './readElsaConfig';

function read(elsa: JsonObject) {
  return readElsaConfig(new ConfigReader({ elsa }));
}

const prometheus = {
  name: 'eu',
  url: 'https://prometheus.example.com',
  clusters: ['production-eu'],
};

describe('readElsaConfig', () => {
  it('should have a default for everything', () => {
    expect(readElsaConfig(new ConfigReader({}))).toMatchObject({
      collector: {
        isEnabled: true,
        intervalMs: 30_000,
        clusterTimeoutMs: 20_000,
        staleAfterMs: 120_000,
      },
      prometheus: [],
      alertmanager: [],
    });
  });

  it('should derive times from the interval', () => {
    const { collector } = read({ collector: { interval: { minutes: 3 } } });
    expect(collector).toMatchObject({
      clusterTimeoutMs: 120_000,
      staleAfterMs: 720_000,
    });
  });

  it('should read numbers and words from the texts of environment variables', () => {
    const config = read({
      collector: { pageSize: '200', enabled: 'no', interval: null },
      notifications: null,
      slos: [
        {
          name: 'latency',
          indicator: 'latency',
          objective: '0.95',
          thresholdMilliseconds: '500',
        },
      ],
    });
    expect(config.collector).toMatchObject({
      pageSize: 200,
      isEnabled: false,
      intervalMs: 30_000,
    });
    expect(config.notifications.isEnabled).toBe(true);
    expect(config.slos[0]).toMatchObject({
      objective: 0.95,
      windowDays: 30,
      metricProfile: 'otel',
      indicator: { kind: 'latency', thresholdSeconds: 0.5 },
    });
  });

  it.each(['45s', 'PT45S'])(
    'should let %j take the place of a time in another file',
    interval => {
      const config = ConfigReader.fromConfigs([
        { context: 'a', data: { elsa: { collector: { interval: '2m' } } } },
        { context: 'b', data: { elsa: { collector: { interval } } } },
      ]);
      expect(readElsaConfig(config).collector.intervalMs).toBe(45_000);
    },
  );

  it('should refuse a time whose units come from two files', () => {
    const config = ConfigReader.fromConfigs([
      {
        context: 'a',
        data: { elsa: { retention: { unregistered: { days: 2 } } } },
      },
      {
        context: 'b',
        data: { elsa: { retention: { unregistered: { hours: 4 } } } },
      },
    ]);
    expect(() => readElsaConfig(config)).toThrow(
      /'elsa\.retention\.unregistered' is \{.*\}: use one unit, or write a text such as 'PT2M45S'.*add up/,
    );
  });

  it('should read where Argo CD runs', () => {
    const { argoCd } = read({ argoCd: { namespace: 'openshift-gitops' } });
    expect(argoCd.namespace).toBe('openshift-gitops');
    expect(read({}).argoCd.namespace).toBe('argocd');
  });

  it('should read servers with their credentials', () => {
    const config = read({
      prometheus: [
        {
          ...prometheus,
          url: 'https://prometheus.example.com/prom/',
          auth: { type: 'basic', username: 'elsa', password: 'secret' },
          tenant: { value: 'platform' },
          matchers: { team: 'a"b' },
          timeout: '3s',
        },
      ],
      alertmanager: [{ name: 'eu', url: 'http://alertmanager:9093' }],
    });
    expect(config.prometheus[0]).toMatchObject({
      url: 'https://prometheus.example.com/prom',
      auth: { type: 'basic', username: 'elsa', password: 'secret' },
      tenant: { header: 'X-Scope-OrgID', value: 'platform' },
      matchers: { team: 'a"b' },
      timeoutMs: 3000,
    });
    expect(config.alertmanager[0]).toMatchObject({ prometheus: ['eu'] });
  });

  it.each<[JsonObject, RegExp]>([
    [
      { collector: { interval: { milliseconds: 10 } } },
      /'elsa\.collector\.interval'.*10.*1 seconds or more/,
    ],
    [
      { collector: { clusterTimeout: { minutes: 5 } } },
      /'elsa\.collector\.clusterTimeout'.*less than collector\.interval \(30 seconds\)/,
    ],
    [
      { collector: { staleAfter: { seconds: 30 } } },
      /'elsa\.collector\.staleAfter'.*at least twice/,
    ],
    [
      { collector: { pageSize: 0 } },
      /'elsa\.collector\.pageSize' is 0: use a whole number from 1/,
    ],
    [
      { collector: { threads: -1 } },
      /'elsa\.collector\.threads' is -1: use a whole number from 0 to 64/,
    ],
    [
      { argoCd: { namespace: 'a b' } },
      /'elsa\.argoCd\.namespace' is "a b": use a Kubernetes label value/,
    ],
    [
      { argoCd: { destinations: [{ cluster: 'eu' }] } },
      /'elsa\.argoCd\.destinations\[0\]\.name'.*either name or server/,
    ],
    [
      {
        argoCd: { destinations: [{ name: 'a', server: 'b', cluster: 'eu' }] },
      },
      /'elsa\.argoCd\.destinations\[0\]\.name' is "a".*either name or server/,
    ],
    [
      { argoCd: { destinations: [{ server: 'here', cluster: 'eu' }] } },
      /'elsa\.argoCd\.destinations\[0\]\.server' is "here".*address/,
    ],
    [
      { collector: { interval: 30 } },
      /'elsa\.collector\.interval' is 30: write a time such as '45s'/,
    ],
    [
      { collector: { enabled: 'perhaps' } },
      /'elsa\.collector\.enabled' is "perhaps": use true or false/,
    ],
    [{ prometheus: {} }, /'elsa\.prometheus' is of another type.*array/],
    [
      { prometheus: [{ ...prometheus, name: undefined }] },
      /'elsa\.prometheus\[0\]\.name' is missing: write a text/,
    ],
    [
      { names: { instanceLabel: 'a b' } },
      /'elsa\.names\.instanceLabel' is "a b"/,
    ],
    [
      { prometheus: [{ ...prometheus, url: 'prometheus:9090/x?y' }] },
      /'elsa\.prometheus\[0\]\.url'.*https:\/\/prometheus\.example\.com/,
    ],
    [
      { prometheus: [{ ...prometheus, clusters: [] }] },
      /'elsa\.prometheus\[0\]\.clusters'.*name the clusters/,
    ],
    [
      { prometheus: [{ ...prometheus, clusters: ['a', 'b'] }] },
      /'elsa\.prometheus\[0\]\.clusters'.*clusterLabel/,
    ],
    [
      { prometheus: [{ ...prometheus, clusterLabel: 'a-b' }] },
      /'elsa\.prometheus\[0\]\.clusterLabel' is "a-b"/,
    ],
    [
      { prometheus: [prometheus, prometheus] },
      /'elsa\.prometheus\[1\]\.name' is "eu".*same name/,
    ],
    [
      { prometheus: [{ ...prometheus, auth: { type: 'kerberos' } }] },
      /'elsa\.prometheus\[0\]\.auth\.type' is "kerberos": use one of none, bearer, basic, mtls/,
    ],
    [
      { prometheus: [{ ...prometheus, auth: { type: 'mtls' } }] },
      /'elsa\.prometheus\[0\]\.auth\.type'.*auth\.certFile/,
    ],
    [
      { prometheus: [{ ...prometheus, tls: { caFile: '/none/ca.pem' } }] },
      /'elsa\.prometheus\[0\]\.tls\.caFile' is "\/none\/ca\.pem".*read this file/,
    ],
    [
      {
        prometheus: [{ ...prometheus, tenant: { header: 'a b', value: 'c' } }],
      },
      /'elsa\.prometheus\[0\]\.tenant\.header' is "a b"/,
    ],
    [
      {
        alertmanager: [{ name: 'a', url: 'http://a', prometheus: ['other'] }],
      },
      /'elsa\.alertmanager\[0\]\.prometheus' is "other".*there is none/,
    ],
    [
      { slos: [{ name: 'success', indicator: 'success', objective: 99.9 }] },
      /'elsa\.slos\[0\]\.objective' is 99\.9.*such as 0\.999/,
    ],
    [
      { slos: [{ name: 'success', indicator: 'speed', objective: 0.9 }] },
      /'elsa\.slos\[0\]\.indicator' is "speed": use one of/,
    ],
    [
      {
        slos: [
          {
            name: 'database',
            indicator: 'database',
            objective: 0.9,
            metricProfile: 'ingress-nginx',
          },
        ],
      },
      /'elsa\.slos\[0\]\.indicator'.*use profile otel/,
    ],
  ])('should refuse %j and say what to write', (elsa, message) => {
    expect(() => read(elsa)).toThrow(message);
  });

  it.each([
    [
      { ...prometheus, url: 'https://elsa:hunter2@prometheus.example.com' },
      /'elsa\.prometheus\[0\]\.url'.*auth: \{ type: basic/,
    ],
    [
      { ...prometheus, auth: { type: 'bearer', token: 'hunter2\n' } },
      /'elsa\.prometheus\[0\]\.auth\.token'.*remove the line break/,
    ],
    [
      { ...prometheus, auth: { type: 'bearer', token: ['hunter2'] } },
      /'elsa\.prometheus\[0\]\.auth\.token' is "\*\*\*": write a text/,
    ],
    [
      'https://elsa:hunter2@prometheus.example.com',
      /'elsa\.prometheus\[0\]' is of another type/,
    ],
  ])('should not repeat a secret in its message: %#', (server, message) => {
    expect(() => read({ prometheus: [server] })).toThrow(message);
    expect(() => read({ prometheus: [server] })).not.toThrow(/hunter2/);
  });
});
