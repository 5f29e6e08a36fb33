import { evaluateEnvironment } from './evaluateEnvironment';
import { securityFindings } from './securityFindings';

const component = (image: string, version?: string) => ({
  version,
  images: [
    { container: 'server', wanted: 'wanted:1', running: [{ image, pods: 2 }] },
  ],
});
const idsOf = (image: string, version?: string) =>
  securityFindings([component(image, version)]).map(({ id }) => id);

describe('securityFindings', () => {
  it.each([
    [
      'elsaworkflows/elsa-server-app:3.6.3',
      undefined,
      'public-credentials-3.6',
    ],
    [
      'elsaworkflows/elsa-server-v3-5@sha256:ab',
      undefined,
      'public-credentials-3.5',
    ],
    // A label may show the version that a digest hides.
    [
      'mirror.example.com/elsa-server-app@sha256:ab',
      '3.6.3',
      'public-credentials-3.6',
    ],
    ['elsaworkflows/elsa-server-app:3', '3.6.3', 'public-credentials-3.6'],
    // It never clears what the tag says.
    ['elsaworkflows/elsa-server-app:3.6.3', '3.9.0', 'public-credentials-3.6'],
  ])('should find %s with the label %s', (image, version, id) => {
    expect(idsOf(image, version)).toEqual([id]);
  });

  it.each([
    ['elsaworkflows/elsa-server-app:3.9.0', undefined],
    // A label that was left behind.
    ['elsaworkflows/elsa-server-app:3.9.0', '3.6.3'],
    ['elsaworkflows/elsa-server-app@sha256:ab', undefined],
    ['registry.example.com/payments/host:3.6.3', '3.6.3'],
    ['docker.io/library/postgres:17', '17'],
  ])('should claim nothing of %s with the label %s', (image, version) => {
    expect(idsOf(image, version)).toEqual([]);
  });

  it('should count the pods of an image once, and look at what runs alone', () => {
    const image = 'elsaworkflows/elsa-server-app:3.6.3';
    expect(securityFindings([component(image), component(image)])).toEqual([
      { id: 'public-credentials-3.6', version: '3.6', image, pods: 4 },
    ]);
    expect(
      securityFindings([
        { images: [{ container: 'server', wanted: image, running: [] }] },
      ]),
    ).toEqual([]);
  });
});

describe('the findings of an environment', () => {
  const OLD = 'docker.io/elsaworkflows/elsa-server-app:3.6.3';
  const object = (
    kind: string,
    name: string,
    more: { metadata?: object; spec?: object; status?: object },
  ) => ({
    apiVersion: kind === 'Pod' ? 'v1' : 'apps/v1',
    kind,
    metadata: { name, namespace: 'a', ...more.metadata },
    spec: more.spec,
    status: more.status,
  });
  const pod = (name: string, spec: object, metadata = {}, status = {}) =>
    object('Pod', name, { spec, metadata, status });
  const template = { template: { spec: { containers: [{ image: OLD }] } } };
  const ownerReferences = [
    { kind: 'Deployment', name: 'elsa-studio', controller: true },
  ];
  const studio = object('Deployment', 'elsa-studio', {
    metadata: { labels: { 'app.kubernetes.io/component': 'studio' } },
    spec: {
      template: { spec: { containers: [{ name: 'studio', image: OLD }] } },
    },
    status: { replicas: 1 },
  });
  const found = (...objects: object[]) =>
    evaluateEnvironment({
      name: 'elsa',
      objects,
      now: 0,
    }).securityFindings.map(({ image, pods }) => [image, pods]);

  it.each([
    [
      'a studio with a server in it',
      [
        studio,
        pod(
          'a',
          { containers: [{ name: 'studio', image: OLD }] },
          { ownerReferences },
        ),
      ],
    ],
    [
      'a container that was injected beside it',
      [
        studio,
        pod(
          'a',
          { containers: [{ name: 'another', image: OLD }] },
          { ownerReferences },
        ),
      ],
    ],
    [
      'a pod of nobody',
      [pod('a', { containers: [{ name: 'a', image: OLD }] })],
    ],
    [
      'a container that runs first',
      [pod('a', { initContainers: [{ name: 'a', image: OLD }] })],
    ],
    [
      'a container for debugging',
      [pod('a', { ephemeralContainers: [{ name: 'a', image: OLD }] })],
    ],
    [
      'the second workload of a component',
      [
        object('Deployment', 'first', { spec: {} }),
        object('Deployment', 'second', {
          spec: template,
          status: { replicas: 1 },
        }),
      ],
    ],
    [
      'a DaemonSet',
      [
        object('DaemonSet', 'a', {
          spec: template,
          status: { currentNumberScheduled: 1 },
        }),
      ],
    ],
    ['a Job', [object('Job', 'a', { spec: template, status: { active: 1 } })]],
    [
      'a CronJob',
      [
        object('CronJob', 'a', {
          spec: { jobTemplate: { spec: template } },
          status: { active: [{}] },
        }),
      ],
    ],
  ])('should be found in %s', (_, objects) => {
    expect(found(...objects)).toEqual([[OLD, 1]]);
  });

  it.each([
    [
      'a workload without pods',
      [object('Deployment', 'a', { spec: template, status: {} })],
    ],
    [
      'a CronJob that waits',
      [object('CronJob', 'a', { spec: { jobTemplate: { spec: template } } })],
    ],
    [
      'a pod that ended',
      [
        pod(
          'a',
          { containers: [{ name: 'a', image: OLD }] },
          {},
          { phase: 'Succeeded' },
        ),
      ],
    ],
  ])('should not be found in %s', (_, objects) => {
    expect(found(...objects)).toEqual([]);
  });
});
