import { checkEnvironmentSpec } from '../environment/resolve';

const digest = `sha256:${'a'.repeat(64)}`;
const VULNERABLE = { server: { tag: '3.6.3' } };
const ACKNOWLEDGED = { acknowledge: ['public-credentials-3.6'] };
const NGINX = {
  kind: 'ingress-nginx',
  host: 'elsa.example.com',
  allowedSources: ['10.20.0.0/16'],
};

const check = (change: object) =>
  checkEnvironmentSpec({
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'eu' },
    exposure: { host: 'elsa.example.com' },
    ...change,
  }).issues;
const paths = (change: object) =>
  check(change)
    .map(({ path }) => path)
    .sort();

const EXPOSURES = [
  { kind: 'gateway' },
  { kind: 'gateway', gateway: { implementation: 'envoy-gateway' } },
  { kind: 'gateway', gateway: { mode: 'own', className: 'public' } },
  { kind: 'ingress' },
  { kind: 'ingress-nginx' },
  { kind: 'ingress-traefik' },
  { kind: 'traefik' },
  {
    kind: 'alb',
    alb: {
      sourceCidrs: ['10.0.0.0/16'],
      certificateArn: `arn:aws:acm:eu-west-1:123456789012:certificate/${'0'.repeat(36)}`,
    },
  },
  { kind: 'istio' },
];

describe('images with public credentials', () => {
  it.each(EXPOSURES)('should not be exposed by %j', exposure => {
    const change = {
      host: VULNERABLE,
      exposure: { host: 'elsa.example.com', ...exposure },
      mesh: { kind: exposure.kind === 'istio' ? 'istio' : 'none' },
      security: { networkPolicy: { controllerNamespace: 'edge' } },
    };
    const [issue, ...others] = check(change);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      path: 'security.acknowledge',
      message: expect.stringContaining('password "password"'),
      remedy: expect.stringContaining('[public-credentials-3.6]'),
    });
    expect(paths({ ...change, host: {} })).toEqual([]);
  });

  it.each([
    [
      'a mirror',
      { server: { repository: 'r.example.com/elsa', tag: '3.7.0' } },
    ],
    [
      'an official image under the clustered profile',
      {
        profile: 'clustered',
        server: { repository: 'r.example.com/elsa-server-app', tag: '3.6.3' },
      },
    ],
    [
      'the legacy images',
      { profile: 'legacy-v3-5', server: { digest }, studio: { digest } },
    ],
    ['a digest with a version', { server: { digest }, version: '3.6.3' }],
    ['a tag with more', { server: { tag: 'release-3.6.3' } }],
    [
      'an image of your own that states it',
      {
        profile: 'clustered',
        server: { repository: 'r.example.com/team/host', tag: '1.0' },
        version: '3.6.3',
      },
    ],
  ])('should be recognised in %s', (_, host) => {
    expect(paths({ host })).toEqual(['security.acknowledge']);
  });

  it('should be told from images whose version nothing tells', () => {
    expect(check({ host: { server: { digest } } })).toEqual([
      expect.objectContaining({
        path: 'host.version',
        remedy: expect.stringContaining('Set host.version'),
      }),
    ]);
    expect(paths({ host: { server: { digest }, version: '3.9.0' } })).toEqual(
      [],
    );
    expect(
      paths({ host: { server: { tag: '3.9.0' }, version: '3.6.0' } }),
    ).toEqual(['host.version', 'security.acknowledge']);
    // A version that would hide what the tag says.
    expect(
      paths({ host: { server: { tag: '3.6.3' }, version: '3.9.0' } }),
    ).toEqual(['host.version', 'security.acknowledge']);
  });

  it('should be no matter of images of your own', () => {
    expect(
      paths({
        host: {
          profile: 'clustered',
          server: {
            repository: 'r.example.com/team/elsa-server',
            tag: '3.6.3',
          },
        },
      }),
    ).toEqual([]);
  });

  it('should stay inside without a word', () => {
    expect(
      paths({
        host: VULNERABLE,
        exposure: { kind: 'none' },
        studio: { enabled: false },
      }),
    ).toEqual([]);
  });

  it('should be exposed to few when that is acknowledged by name', () => {
    expect(
      paths({ host: VULNERABLE, exposure: NGINX, security: ACKNOWLEDGED }),
    ).toEqual([]);
  });

  it.each([
    ['another version', ['public-credentials-3.7']],
    ['anything', ['true']],
    ['everything', ['*']],
  ])('should not be exposed by acknowledging %s', (_, acknowledge) => {
    expect(
      paths({ host: VULNERABLE, exposure: NGINX, security: { acknowledge } }),
    ).toContain(
      acknowledge[0].startsWith('public')
        ? 'security.acknowledge'
        : 'security.acknowledge[0]',
    );
  });

  it('should not leave an acknowledgement behind', () => {
    expect(paths({ security: ACKNOWLEDGED })).toEqual([
      'security.acknowledge[0]',
    ]);
  });

  it.each([
    ['exposure.allowedSources', { exposure: { ...NGINX, allowedSources: [] } }],
    [
      'exposure.allowedSources[0]',
      { exposure: { ...NGINX, allowedSources: ['0.0.0.0/0'] } },
    ],
    [
      'exposure.allowedSources[1]',
      { exposure: { ...NGINX, allowedSources: ['10.0.0.0/8', '::/0'] } },
    ],
    [
      'security.networkPolicy.enabled',
      { security: { ...ACKNOWLEDGED, networkPolicy: { enabled: false } } },
    ],
    [
      'exposure.annotations["nginx.ingress.kubernetes.io/satisfy"]',
      {
        exposure: {
          ...NGINX,
          annotations: { 'nginx.ingress.kubernetes.io/satisfy': 'any' },
        },
      },
    ],
    [
      'exposure.allowedSources',
      {
        exposure: {
          ...NGINX,
          allowedSources: Array.from(
            { length: 50 },
            (_, i) => `${i + 1}.0.0.0/8`,
          ),
        },
      },
    ],
    [
      'exposure.allowedSources[0]',
      { exposure: { ...NGINX, allowedSources: ['::ffff:0:0/96'] } },
    ],
    [
      'exposure.kind',
      { exposure: { kind: 'gateway', host: 'elsa.example.com' } },
    ],
  ])('should ask for a limit that holds: %s', (path, change) => {
    expect(
      paths({
        host: VULNERABLE,
        exposure: NGINX,
        security: ACKNOWLEDGED,
        ...change,
      }),
    ).toContain(path);
  });

  it.each([
    ['host.studio', { host: { studio: { repository: 'r/elsa-server-app' } } }],
    [
      'host.studio',
      { host: { studio: { repository: 'r/elsa-server-and-studio', digest } } },
    ],
    [
      'extra.objects[0]',
      {
        extra: {
          objects: [
            {
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name: 'mine' },
              spec: { containers: [{ image: 'r/elsa-server-app' }] },
            },
          ],
        },
      },
    ],
  ])('should be told where the version of %s is not', (path, change) => {
    expect(paths(change)).toContain(path);
    expect(
      paths({
        ...change,
        exposure: { kind: 'none' },
        studio: { enabled: false },
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'a studio that holds a server',
      {
        host: {
          studio: {
            repository:
              'docker.io/elsaworkflows/elsa-server-studio-blazor-wasm-app',
            tag: '3.6.3',
          },
        },
      },
    ],
    [
      'an extra container',
      {
        extra: {
          objects: [
            {
              apiVersion: 'apps/v1',
              kind: 'Deployment',
              metadata: { name: 'mine' },
              spec: {
                template: {
                  spec: {
                    initContainers: [
                      {
                        image: 'docker.io/elsaworkflows/elsa-server-app:3.6.3',
                      },
                    ],
                  },
                },
              },
            },
          ],
        },
      },
    ],
  ])('should be acknowledged for %s as for the server', (_, change) => {
    expect(paths(change)).toEqual(['security.acknowledge']);
    expect(
      paths({ ...change, exposure: NGINX, security: ACKNOWLEDGED }),
    ).toEqual([]);
    expect(
      paths({
        ...change,
        host: { ...VULNERABLE, ...('host' in change && change.host) },
      }),
    ).toEqual(['security.acknowledge']);
  });

  it('should be acknowledged each by its own name', () => {
    const change = {
      host: {
        server: { tag: '3.7.1' },
        studio: { repository: 'r.example.com/elsa-server-app', tag: '3.6.3' },
      },
      exposure: NGINX,
    };
    expect(paths({ ...change, security: ACKNOWLEDGED })).toEqual([
      'security.acknowledge',
    ]);
    expect(
      paths({
        ...change,
        security: {
          acknowledge: ['public-credentials-3.6', 'public-credentials-3.7'],
        },
      }),
    ).toEqual([]);
  });

  it.each([
    ['nginx-internal', []],
    ['tailscale', ['exposure.ingressClassName']],
    ['nginxed', ['exposure.ingressClassName']],
  ])(
    'should be limited by a class that is known: %s',
    (ingressClassName, expected) => {
      expect(
        paths({
          host: VULNERABLE,
          exposure: { ...NGINX, ingressClassName },
          security: ACKNOWLEDGED,
        }),
      ).toEqual(expected);
    },
  );

  it('should not be reached past the load balancer', () => {
    expect(
      paths({
        host: VULNERABLE,
        exposure: {
          kind: 'alb',
          host: 'elsa.example.com',
          allowedSources: ['10.20.0.0/16'],
          alb: {
            sourceCidrs: ['0.0.0.0/0'],
            certificateArn: `arn:aws:acm:eu-west-1:123456789012:certificate/${'0'.repeat(36)}`,
          },
        },
        security: ACKNOWLEDGED,
      }),
    ).toEqual(['exposure.alb.sourceCidrs[0]']);
  });

  it('should limit the sources of any image, where the edge can', () => {
    expect(paths({ exposure: NGINX })).toEqual([]);
    expect(
      paths({
        exposure: { host: 'elsa.example.com', allowedSources: ['10.0.0.0/8'] },
      }),
    ).toEqual(['exposure.allowedSources']);
  });
});
