import {
  env,
  expectedIssue,
  HIDDEN,
  issuesOf,
  type Refusal,
  SECRET,
} from '../../__testUtils__/refusal';

describe('section server', () => {
  it.each<Refusal>([
    {
      title: 'three replicas of an official image',
      change: { server: { replicas: 3 } },
      path: 'server.replicas',
      value: 3,
      remedy: /clustered/,
    },
    {
      title: 'autoscaling of an official image',
      change: { server: { autoscaling: { enabled: true } } },
      path: 'server.autoscaling.enabled',
      value: true,
      remedy: /clustered/,
    },
    {
      title: 'memory with a unit of Windows',
      change: { server: { resources: { limits: { memory: '2GB' } } } },
      path: 'server.resources.limits.memory',
      value: '2GB',
      remedy: /512Mi/,
    },
    {
      title: 'memory in thousandths of a byte',
      change: { server: { resources: { limits: { memory: '512m' } } } },
      path: 'server.resources.limits.memory',
      value: '512m',
      remedy: /512Mi/,
    },
    {
      title: 'a negative amount of CPU',
      change: { server: { resources: { requests: { cpu: '-1' } } } },
      path: 'server.resources.requests.cpu',
      value: '-1',
      remedy: /500m/,
    },
    {
      title: 'CPU finer than Kubernetes counts',
      change: { server: { resources: { requests: { cpu: '0.0001' } } } },
      path: 'server.resources.requests.cpu',
      value: '0.0001',
      remedy: /500m/,
    },
    {
      title: 'a password in a variable',
      change: env('Smtp__Password', 'hunter22'),
      path: 'server.env[0].value',
      value: HIDDEN,
      remedy: /secret: \{ name, key \}/,
    },
    {
      title: 'a connection string in a variable of another name',
      change: env('Custom__Database', 'Host=db;Username=x;Password=hunter22'),
      path: 'server.env[0].value',
      value: HIDDEN,
      remedy: SECRET,
    },
    {
      title: 'an address with a password in a variable',
      change: env('Broker', 'amqp://elsa:hunter22@mq:5672/'),
      path: 'server.env[0].value',
      value: HIDDEN,
      remedy: SECRET,
    },
    {
      title: 'a token in a variable',
      change: env('X', `ghp_${'a'.repeat(36)}`),
      path: 'server.env[0].value',
      value: HIDDEN,
      remedy: SECRET,
    },
    {
      title: 'a variable with a name that no shell takes',
      change: env('A-B', 'x'),
      path: 'server.env[0].name',
      value: 'A-B',
      remedy: /two underscores/,
    },
    {
      title: 'a server in too little memory',
      change: {
        server: {
          resources: {
            requests: { memory: '64Mi' },
            limits: { memory: '128Mi' },
          },
        },
      },
      path: 'server.resources.limits.memory',
      value: '128Mi',
      remedy: /at least 256Mi/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
