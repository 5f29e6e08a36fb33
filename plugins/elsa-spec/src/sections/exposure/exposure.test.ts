import {
  expectedIssue,
  hosts,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section exposure', () => {
  it.each<Refusal>([
    ...[
      ['with a scheme', 'https://elsa-api.example.com'],
      ['with a port', 'elsa-api.example.com:443'],
      ['with a path', 'elsa-api.example.com/elsa'],
      ['with capitals', 'Elsa-API.example.com'],
      ['that is an address', '10.0.0.1'],
      ['of one label', 'elsa'],
      ['that is a wildcard', '*.example.com'],
      ['with a label of 64 characters', `${'a'.repeat(64)}.example.com`],
      [
        'that leaves a rule of Traefik',
        'a.example.com`) || Host(`b.example.com',
      ],
    ].map(([what, value]) => ({
      title: `a host name ${what}`,
      change: hosts(value),
      path: 'exposure.hosts.server',
      value,
      remedy: /bare hostname/,
    })),
    {
      title: 'the same host name twice',
      change: hosts('elsa.example.com'),
      path: 'exposure.hosts.studio',
      value: 'elsa.example.com',
      remedy: /its own hostname/,
    },
    {
      title: 'production without TLS',
      change: {
        exposure: {
          kind: 'ingress',
          host: 'elsa.example.com',
          tls: { enabled: false },
        },
      },
      path: 'exposure.tls.enabled',
      value: false,
      remedy: /tls\.enabled: true/,
    },
    {
      title: 'an ALB without certificate',
      change: {
        exposure: {
          kind: 'alb',
          host: 'elsa.example.com',
          alb: { sourceCidrs: ['10.0.0.0/16'] },
        },
      },
      path: 'exposure.alb.certificateArn',
      remedy: /ACM/,
    },
    {
      title: 'a network that is none',
      change: {
        exposure: {
          kind: 'alb',
          host: 'elsa.example.com',
          alb: { sourceCidrs: ['10.0.0.0/33'] },
        },
      },
      path: 'exposure.alb.sourceCidrs[0]',
      value: '10.0.0.0/33',
      remedy: /prefix length/,
    },
    {
      title: 'CORS twice',
      change: {
        exposure: {
          kind: 'gateway',
          host: 'elsa.example.com',
          cors: { origins: ['https://a.example.com'] },
        },
      },
      path: 'exposure.cors',
      remedy: /Remove exposure\.cors/,
    },
    {
      title: 'an extra path that leads upwards',
      change: {
        exposure: {
          host: 'elsa.example.com',
          extraServerPaths: ['/hooks/../admin'],
        },
      },
      path: 'exposure.extraServerPaths[0]',
      value: '/hooks/../admin',
      remedy: /no "\.\."/,
    },
    {
      title: 'a Gateway of its own without a class',
      change: {
        exposure: {
          kind: 'gateway',
          host: 'elsa.example.com',
          gateway: { mode: 'own' },
        },
      },
      path: 'exposure.gateway.className',
      remedy: /cluster's gateway class/,
    },
    {
      title: 'security headers that the controller cannot set',
      change: {
        exposure: {
          kind: 'ingress-nginx',
          host: 'elsa.example.com',
          securityHeaders: true,
        },
      },
      path: 'exposure.securityHeaders',
      value: true,
      remedy: /traefik/,
    },
    {
      title: 'an extra path that publishes everything',
      change: {
        exposure: { host: 'elsa.example.com', extraServerPaths: ['/'] },
      },
      path: 'exposure.extraServerPaths[0]',
      value: '/',
      remedy: /hooks/,
    },
    {
      title: 'limits of sources that the edge cannot keep',
      change: {
        exposure: {
          kind: 'istio',
          host: 'elsa.example.com',
          allowedSources: ['10.0.0.0/16'],
        },
        mesh: { kind: 'istio' },
      },
      path: 'exposure.allowedSources',
      remedy: /Envoy Gateway/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
