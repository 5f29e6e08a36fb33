import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';
import { helmTemplate, withFiles } from './lib/render';

const chart = join(findTemplateDirectory(), 'chart');
const RULES =
  /(acknowledge|elsaVersion|allowedSources|lets? anyone sign in|can take it over)/;
const digest = `sha256:${'a'.repeat(64)}`;

interface Case {
  title: string;
  image?: { repository?: string; tag?: string; digest?: string };
  version?: string;
  profile?: 'official' | 'clustered' | 'legacy-v3-5';
  exposure?: Record<string, unknown>;
  acknowledge?: string[];
  networkPolicy?: boolean;
  studio?: Case['image'];
  ingressClassName?: string;
  /** On every object. */
  labels?: Record<string, string>;
  podAnnotations?: Record<string, string>;
  extra?: Record<string, unknown>;
  isRefused: boolean;
}

const nginx = { kind: 'ingress-nginx', allowedSources: ['10.20.0.0/16'] };
const knowingly = {
  image: { tag: '3.6.3' },
  exposure: nginx,
  acknowledge: ['public-credentials-3.6'],
};
const object = (
  apiVersion: string,
  kind: string,
  spec: object,
  metadata: object = {},
) => ({ apiVersion, kind, metadata: { name: 'mine', ...metadata }, spec });
const pod = (spec: object, metadata?: object) =>
  object('apps/v1', 'Deployment', { template: { metadata, spec } });
const container = (image: string, more?: object) =>
  pod({ containers: [{ name: 'main', image, ...more }] });
const digestOf = (repository: string) => ({
  repository,
  tag: '',
  digest,
});

const images: Array<[Case['image'], boolean, Partial<Case>?]> = [
  [{ tag: '3.6' }, true],
  [{ tag: 'v3.6.3' }, true],
  [{ tag: '3.6.1-sha-abc' }, true],
  [{ tag: '3.6.x-sha-abc' }, true],
  [{ tag: '3.7.1' }, true],
  [{ tag: '3.8.0-preview.1' }, true],
  [{ tag: '3.8.0-rc1' }, true],
  [{ tag: '3.8.0-nightly.1' }, true],
  [{ tag: '3.8.0-sha-abcdef1' }, false],
  [{ tag: '3.8.0-rc2' }, false],
  [{ tag: '3.8.0' }, false],
  [{ tag: '3.8.1-rc1' }, false],
  [{ tag: '3.9.0-sha-abc' }, false],
  [{ tag: '3.10.0' }, false],
  [{ tag: '4.0.0' }, true],
  [digestOf('docker.io/elsaworkflows/elsa-server-app'), true],
  [
    digestOf('docker.io/elsaworkflows/elsa-server-app'),
    false,
    { version: '3.9.0' },
  ],
  [
    digestOf('docker.io/elsaworkflows/elsa-server-app'),
    true,
    { version: '3.6.3' },
  ],
  [{ repository: 'r.example.com/elsa', tag: '3.6.3' }, true],
  [{ repository: 'r.example.com/elsa', tag: '7.1.0' }, true],
  [
    { repository: 'r.example.com/elsa', tag: '7.1.0' },
    false,
    { version: '3.9.0' },
  ],
  [
    { repository: 'r.example.com/elsa', tag: '3.6.3' },
    false,
    { profile: 'clustered' },
  ],
  [
    { repository: 'r.example.com/team/elsa-server', tag: '3.6.3' },
    false,
    { profile: 'clustered' },
  ],
  [
    { repository: 'elsaworkflows/elsa-server', tag: '3.6.3' },
    true,
    { profile: 'clustered' },
  ],
  [
    { repository: 'r.example.com/x/elsa-server-app', tag: '3.6.3' },
    true,
    { profile: 'clustered' },
  ],
  [
    digestOf('docker.io/elsaworkflows/elsa-server-v3-5'),
    true,
    { profile: 'legacy-v3-5' },
  ],
  [digestOf('r.example.com/legacy'), true, { profile: 'legacy-v3-5' }],
  [
    digestOf('r.example.com/elsa-server-and-studio-v3-4-0'),
    true,
    { profile: 'clustered' },
  ],
  ...[
    'release-3.6.3',
    '3.6.3.1',
    '3.6.3_amd64',
    'elsa3.6.3',
    'v3.6',
    '3',
    'v3-alpine',
    '3_6_3',
    '3.x',
    '3.8.0_rc1',
    'preview-3.8.0',
    '3.9.0-from-3.6.3',
  ].flatMap((tag): typeof images => [
    [{ tag }, true, { version: '3.9.0' }],
    [{ repository: 'r.example.com/elsa', tag }, true, { version: '3.9.0' }],
  ]),
  ...[
    'release-3.9.0',
    '3.9.0_amd64',
    '3.9.0-net10.0',
    'sha-3a4b3',
    '2026-11-03',
  ].map((tag): (typeof images)[number] => [
    { tag },
    false,
    { version: '3.9.0' },
  ]),
  [{ tag: '3.9.0' }, true, { version: '3.6.3' }],
  [{ tag: '3.08.0' }, false],
  [
    { repository: 'r.example.com/me', tag: '1.0' },
    true,
    { profile: 'clustered', version: '3.6.3' },
  ],
  [
    { repository: 'r.example.com/me', tag: '1.0' },
    false,
    { profile: 'clustered', version: '3.9.0' },
  ],
  [
    { repository: 'r.example.com/x/elsa-server-and-studio', tag: '3.6.3' },
    true,
    { profile: 'clustered' },
  ],
];

const studios: Array<[Case['image'], boolean]> = [
  [{ repository: 'r/elsa-server-studio-blazor-wasm-app', tag: '3.6.3' }, true],
  [{ repository: 'r/elsa-server-app', tag: '3.6.3' }, true],
  [{ repository: 'r/elsa-server-and-studio', tag: '3.6.3' }, true],
  [{ repository: 'r/elsa-server-and-studio', tag: 'latest-sha' }, true],
  [{ repository: 'r/elsa-server-and-studio', tag: '3.9.0' }, false],
  [{ tag: '3.6.3' }, false],
];

const VULNERABLE = 'docker.io/elsaworkflows/elsa-server-app:3.6.3';

/** Safe by itself, but not beside a server that accepts published credentials. */
const refused = [
  object('networking.k8s.io/v1', 'Ingress', {}),
  object('gateway.networking.k8s.io/v1', 'HTTPRoute', {}),
  object('gateway.networking.k8s.io/v1alpha2', 'UDPRoute', {}),
  object('k8s.nginx.org/v1', 'VirtualServer', {}),
  object('k8s.nginx.org/v1', 'TransportServer', {}),
  object('multicluster.x-k8s.io/v1alpha1', 'ServiceExport', {}),
  object('cilium.io/v2', 'CiliumNetworkPolicy', { specs: [{}] }),
  object('example.com/v1', 'ConfigMap', {}),
  object('v1', 'Service', { type: 'LoadBalancer' }),
  object('v1', 'Service', { type: 'NodePort' }),
  object('v1', 'Service', { externalIPs: ['192.0.2.1'] }),
  object('v1', 'Service', { type: 'ExternalName', externalName: 'a.b' }),
  object(
    'v1',
    'Service',
    {},
    { annotations: { 'tailscale.com/expose': 'true' } },
  ),
  object(
    'v1',
    'Service',
    {},
    { annotations: { 'getambassador.io/config': 'x' } },
  ),
  object(
    'v1',
    'Service',
    {},
    { labels: { 'mirror.linkerd.io/exported': 'true' } },
  ),
  object('v1', 'Service', {}, { labels: { expose: 'true' } }),
  object('networking.k8s.io/v1', 'NetworkPolicy', {
    podSelector: {},
    ingress: [{}],
  }),
  object('v1', 'ConfigMap', { url: 'http://payments-server.payments.svc' }),
  pod({ hostNetwork: true }),
  container('tool:1', { ports: [{ hostPort: 80 }] }),
  pod({}, { labels: { 'app.kubernetes.io/instance': 'payments' } }),
  pod({}, { annotations: { 'k8s.v1.cni.cncf.io/networks': 'outside' } }),
  object('batch/v1', 'CronJob', {
    jobTemplate: { spec: { template: { spec: { hostNetwork: true } } } },
  }),
  {
    ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', {}),
    subjects: [{ kind: 'Group', name: 'system:authenticated' }],
  },
  object('external-secrets.io/v1', 'ExternalSecret', {
    target: { manifest: { kind: 'Ingress' } },
  }),
];

const allowed = [
  object('v1', 'ConfigMap', { url: 'http://other-payments-server' }),
  object('v1', 'Service', { selector: { app: 'tool' }, ports: [{ port: 80 }] }),
  object('v1', 'Service', { type: 'ClusterIP' }, { labels: { app: 'tool' } }),
  object('policy/v1', 'PodDisruptionBudget', { name: 'payments-server' }),
  object('networking.k8s.io/v1', 'NetworkPolicy', { policyTypes: ['Ingress'] }),
  container('tool:1', { ports: [{ containerPort: 80 }] }),
  pod({ hostNetwork: false }, { labels: { 'sidecar.istio.io/inject': 'no' } }),
  object('batch/v1', 'Job', { template: { spec: {} } }),
  object('bitnami.com/v1alpha1', 'SealedSecret', {}),
  object('external-secrets.io/v1', 'ExternalSecret', { target: { name: 'a' } }),
  object('monitoring.coreos.com/v1', 'PrometheusRule', {}),
  object(
    'v1',
    'ServiceAccount',
    {},
    {
      annotations: { 'eks.amazonaws.com/role-arn': 'arn' },
    },
  ),
  {
    ...object('rbac.authorization.k8s.io/v1', 'RoleBinding', {}),
    subjects: [{ kind: 'Group', name: 'payments' }],
  },
];

const cases: Case[] = [
  ...images.map(([image, isRefused, more]) => ({
    title: `${JSON.stringify(image)} ${JSON.stringify(more ?? {})}`,
    image,
    exposure: { kind: 'gateway' },
    isRefused,
    ...more,
  })),
  ...[
    { kind: 'gateway' },
    { kind: 'gateway', gateway: { implementation: 'envoy-gateway' } },
    { kind: 'ingress' },
    { kind: 'ingress-nginx' },
    { kind: 'ingress-traefik' },
    { kind: 'traefik' },
    { kind: 'istio' },
  ].map(exposure => ({
    title: `without a word by ${JSON.stringify(exposure)}`,
    image: { tag: '3.6.3' },
    exposure,
    isRefused: true,
  })),
  ...[
    { kind: 'gateway', isRefused: true },
    { kind: 'ingress', isRefused: true },
    { kind: 'istio', isRefused: true },
    {
      kind: 'gateway',
      gateway: { implementation: 'envoy-gateway' },
      isRefused: false,
    },
    { kind: 'ingress-nginx', isRefused: false },
    { kind: 'ingress-traefik', isRefused: false },
    { kind: 'traefik', isRefused: false },
  ].map(({ isRefused, ...exposure }) => ({
    ...knowingly,
    title: `knowingly by ${JSON.stringify(exposure)}`,
    exposure: { ...nginx, ...exposure },
    isRefused,
  })),
  {
    ...knowingly,
    title: 'another name',
    acknowledge: ['public-credentials-3.7'],
    isRefused: true,
  },
  {
    ...knowingly,
    title: 'a name that is left over',
    image: {},
    isRefused: true,
  },
  {
    ...knowingly,
    title: 'no networks',
    exposure: { kind: 'ingress-nginx' },
    isRefused: true,
  },
  {
    ...knowingly,
    title: 'all networks',
    exposure: { ...nginx, allowedSources: ['10.0.0.0/8', '0.0.0.0/0'] },
    isRefused: true,
  },
  { ...knowingly, title: 'no policies', networkPolicy: false, isRefused: true },
  {
    ...knowingly,
    title: 'an annotation of the controller',
    exposure: {
      ...nginx,
      annotations: { 'nginx.ingress.kubernetes.io/satisfy': 'any' },
    },
    isRefused: true,
  },
  {
    title: 'nothing exposed',
    image: { tag: '3.6.3' },
    exposure: { kind: 'none' },
    isRefused: false,
  },
  ...refused.flatMap(extra => [
    {
      ...knowingly,
      title: `knowingly with ${JSON.stringify(extra)}`,
      extra,
      isRefused: true,
    },
    {
      title: `nothing exposed and ${JSON.stringify(extra)}`,
      image: { tag: '3.6.3' },
      exposure: { kind: 'none' },
      extra,
      isRefused: true,
    },
    {
      title: `a safe image with ${JSON.stringify(extra)}`,
      exposure: { kind: 'gateway' },
      extra,
      isRefused: false,
    },
  ]),
  ...allowed.map(extra => ({
    ...knowingly,
    title: `knowingly with ${JSON.stringify(extra)}`,
    extra,
    isRefused: false,
  })),
  {
    title: 'an unknown version beside an object that routes',
    image: digestOf('docker.io/elsaworkflows/elsa-server-app'),
    exposure: { kind: 'none' },
    extra: object('k8s.nginx.org/v1', 'VirtualServer', {}),
    isRefused: true,
  },
  ...studios.map(([studio, isRefused]) => ({
    title: `the studio ${JSON.stringify(studio)}`,
    exposure: { kind: 'gateway' },
    studio,
    isRefused,
  })),
  {
    ...knowingly,
    title: 'a studio that is acknowledged',
    image: {},
    studio: { repository: 'r/elsa-server-and-studio', tag: '3.6.3' },
    isRefused: false,
  },
  ...[
    container(VULNERABLE),
    pod({ initContainers: [{ name: 'first', image: VULNERABLE }] }),
    object('v1', 'Pod', { containers: [{ name: 'a', image: VULNERABLE }] }),
    object('batch/v1', 'CronJob', {
      jobTemplate: {
        spec: { template: { spec: { containers: [{ image: VULNERABLE }] } } },
      },
    }),
    object('example.com/v1', 'Elsa', { imageName: VULNERABLE }),
    object('example.com/v1', 'Elsa', {
      image: { repository: 'r/elsa-server-app', tag: '3.6.3' },
    }),
    container('docker.io/elsaworkflows/elsa-server-app@sha256:ab'),
  ].map(extra => ({
    title: `an extra image in ${JSON.stringify(extra)}`,
    exposure: { kind: 'gateway' },
    extra,
    isRefused: true,
  })),
  {
    ...knowingly,
    title: 'an extra image that is acknowledged',
    image: {},
    extra: container(VULNERABLE),
    isRefused: false,
  },
  {
    title: 'an extra image without a server that is vulnerable',
    exposure: { kind: 'gateway' },
    extra: container('docker.io/elsaworkflows/elsa-server-app:3.9.0'),
    isRefused: false,
  },
  ...[
    ['::ffff:0:0/96', true],
    ['::ffff:10.0.0.0/104', true],
    ['0:0:0:0:0:FFFF::/96', true],
    ['64:ff9b::/96', true],
    ['2002::/16', true],
    ['2001::/32', true],
    ['2001:db8::/32', false],
    ['fd00::/16', false],
  ].map(([network, isRefused]) => ({
    ...knowingly,
    title: `the network ${network}`,
    exposure: { ...nginx, allowedSources: [network] },
    isRefused: Boolean(isRefused),
  })),
  ...[
    [Array.from({ length: 50 }, (_, index) => `${index + 1}.0.0.0/8`), true],
    [Array.from({ length: 5 }, (_, index) => `${index + 1}.0.0.0/8`), true],
    [Array.from({ length: 4 }, (_, index) => `${index + 1}.0.0.0/8`), false],
    [Array.from({ length: 5 }, (_, index) => `240${index}::/16`), true],
    [Array.from({ length: 4 }, (_, index) => `240${index}::/16`), false],
    [['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fd00::/16'], false],
  ].map(([allowedSources, isRefused]) => ({
    ...knowingly,
    title: `the networks ${JSON.stringify(allowedSources)}`,
    exposure: { ...nginx, allowedSources },
    isRefused: Boolean(isRefused),
  })),
  ...[
    ['nginx-internal', false],
    ['tailscale', true],
  ].map(([ingressClassName, isRefused]) => ({
    ...knowingly,
    title: `the class ${ingressClassName}`,
    ingressClassName: String(ingressClassName),
    isRefused: Boolean(isRefused),
  })),
  ...[
    [{ labels: { 'mirror.linkerd.io/exported': 'true' } }, true],
    [{ labels: { 'example.com/team': 'payments', team: 'payments' } }, false],
    [{ labels: { 'example.org/team': 'payments' } }, true],
    [
      {
        podAnnotations: {
          'traffic.sidecar.istio.io/excludeInboundPorts': '8080',
        },
      },
      true,
    ],
    [{ podAnnotations: { 'prometheus.io/scrape': 'true' } }, false],
  ].map(([more, isRefused]) => ({
    ...knowingly,
    ...(more as Partial<Case>),
    title: `knowingly with ${JSON.stringify(more)}`,
    isRefused: Boolean(isRefused),
  })),
  {
    title: 'a label beside nothing exposed',
    image: { tag: '3.6.3' },
    exposure: { kind: 'none' },
    labels: { 'mirror.linkerd.io/exported': 'true' },
    isRefused: true,
  },
];

function specOf(testCase: Case) {
  const { profile = 'official', image, version, exposure = {} } = testCase;
  const { tag, digest: digestOfImage, ...rest } = image ?? {};
  return {
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'eu' },
    host: {
      profile,
      version,
      server: {
        ...rest,
        ...(tag && { tag }),
        ...(digestOfImage && { digest: digestOfImage }),
      },
      ...(profile === 'legacy-v3-5' && { studio: { digest } }),
      ...(testCase.studio && { studio: testCase.studio }),
    },
    exposure: {
      ...exposure,
      ...(testCase.ingressClassName !== undefined && {
        ingressClassName: testCase.ingressClassName,
      }),
      ...(exposure.kind !== 'none' && { host: 'elsa.example.com' }),
    },
    mesh: { kind: exposure.kind === 'istio' ? 'istio' : 'none' },
    ...(exposure.kind === 'none' && { studio: { enabled: false } }),
    security: {
      acknowledge: testCase.acknowledge ?? [],
      networkPolicy: {
        enabled: testCase.networkPolicy ?? true,
        controllerNamespace: 'edge',
      },
    },
    server: { podAnnotations: testCase.podAnnotations ?? {} },
    extra: {
      labels: testCase.labels ?? {},
      objects: testCase.extra ? [testCase.extra] : [],
    },
  };
}

function valuesOf(testCase: Case) {
  const { profile = 'official', image, version, exposure } = testCase;
  return {
    host: {
      profile,
      elsaVersion: version ?? '',
    },
    global: { labels: testCase.labels ?? {} },
    elsaServer: { image, podAnnotations: testCase.podAnnotations ?? {} },
    elsaStudio: {
      enabled: exposure?.kind !== 'none',
      image: testCase.studio ?? {},
    },
    ingress: { className: testCase.ingressClassName ?? '' },
    exposure: { ...exposure, acknowledge: testCase.acknowledge ?? [] },
    mesh: { kind: exposure?.kind === 'istio' ? 'istio' : 'none' },
    networkPolicy: { enabled: testCase.networkPolicy ?? true },
    extraObjects: testCase.extra ? [testCase.extra] : [],
  };
}

const RULE_PATHS = [
  'exposure',
  'security.acknowledge',
  'security.networkPolicy.enabled',
  'host.version',
  'host.studio',
  'extra',
  'server.podAnnotations',
];

async function refusalOfChart(testCase: Case): Promise<string> {
  return withFiles([], async folder => {
    const values = join(folder, 'values.yaml');
    await writeFile(values, JSON.stringify(valuesOf(testCase)));
    return helmTemplate('HELM4', {
      name: 'payments',
      namespace: 'payments',
      kubernetesVersion: '1.36',
      chart,
      values,
    }).then(
      () => '',
      (error: Error) => error.message,
    );
  });
}

describe('images that accept published credentials', () => {
  it.concurrent.each(cases)(
    'should be refused by the spec and by the chart alike: $title',
    async testCase => {
      const issues = checkEnvironmentSpec(specOf(testCase)).issues.filter(
        ({ path }) => RULE_PATHS.some(rule => path.startsWith(rule)),
      );
      const refusal = await refusalOfChart(testCase);
      expect({
        spec: issues.length > 0,
        chart: RULES.test(refusal),
        other: refusal !== '' && !RULES.test(refusal),
      }).toEqual({
        spec: testCase.isRefused,
        chart: testCase.isRefused,
        other: false,
      });
    },
  );
});
