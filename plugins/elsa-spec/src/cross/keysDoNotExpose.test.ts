import { checkEnvironmentSpec } from '../environment/resolve';

const KEY = 'tailscale.com/expose';
const NGINX = {
  kind: 'ingress-nginx',
  host: 'elsa.example.com',
  allowedSources: ['10.20.0.0/16'],
};
const pathsOf = (change: object, tag = '3.6.3') =>
  checkEnvironmentSpec({
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'eu' },
    host: { server: { tag } },
    exposure: NGINX,
    security: {
      acknowledge: tag === '3.6.3' ? ['public-credentials-3.6'] : [],
    },
    ...change,
  }).issues.map(({ path }) => path);

describe('keysDoNotExpose', () => {
  it.each([
    [
      'exposure.annotations',
      { exposure: { ...NGINX, annotations: { [KEY]: 'a' } } },
    ],
    ['extra.annotations', { extra: { annotations: { [KEY]: 'a' } } }],
    ['extra.labels', { extra: { labels: { [KEY]: 'a' } } }],
    ['server.podAnnotations', { server: { podAnnotations: { [KEY]: 'a' } } }],
    ['server.podLabels', { server: { podLabels: { [KEY]: 'a' } } }],
    ['studio.podAnnotations', { studio: { podAnnotations: { [KEY]: 'a' } } }],
    ['studio.podLabels', { studio: { podLabels: { [KEY]: 'a' } } }],
  ])('should refuse what may expose in %s', (path, change) => {
    expect(pathsOf(change)).toEqual([`${path}["${KEY}"]`]);
    expect(pathsOf(change, '3.9.0')).toEqual([]);
  });

  it.each([
    ['nginx.ingress.kubernetes.io/satisfy', false],
    ['kubernetes.io/ingress.class', false],
    ['traffic.sidecar.istio.io/excludeInboundPorts', false],
    ['expose', false],
    ['example.org/team', false],
    ['com/team', false],
    ['elsa.example.com/team', false],
    ['example.com/team', true],
    ['team', true],
    ['cert-manager.io/revision', true],
    ['prometheus.io/scrape', true],
    ['sidecar.istio.io/inject', true],
  ])('should judge the annotation %s', (key, isHarmless) => {
    const change = { extra: { annotations: { [key]: 'a' } } };
    expect(pathsOf(change)).toEqual(
      isHarmless ? [] : [`extra.annotations["${key}"]`],
    );
  });

  it('should know no domain of yours where nothing is exposed', () => {
    const extra = { labels: { 'example.com/team': 'a', team: 'a' } };
    expect(
      pathsOf({
        extra,
        exposure: { kind: 'none' },
        studio: { enabled: false },
        security: {},
      }),
    ).toEqual(['extra.labels["example.com/team"]']);
  });
});
