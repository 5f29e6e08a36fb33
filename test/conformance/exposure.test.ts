import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';
import { helmTemplate, withFiles } from './lib/render';

const chart = join(findTemplateDirectory(), 'chart');
const RULES =
  /(acknowledge|elsaVersion|allowedSources|lets anybody in|can take it over)/;
const digest = `sha256:${'a'.repeat(64)}`;

interface Case {
  title: string;
  image?: { repository?: string; tag?: string; digest?: string };
  version?: string;
  profile?: 'official' | 'clustered' | 'legacy-v3-5';
  exposure?: Record<string, unknown>;
  acknowledge?: string[];
  networkPolicy?: boolean;
  extra?: Record<string, unknown>;
  isRefused: boolean;
}

const nginx = { kind: 'ingress-nginx', allowedSources: ['10.20.0.0/16'] };
const knowingly = {
  image: { tag: '3.6.3' },
  exposure: nginx,
  acknowledge: ['public-credentials-3.6'],
};
const object = (kind: string, spec: object) => ({
  apiVersion: 'example.com/v1',
  kind,
  metadata: { name: 'mine' },
  spec,
});
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
  ...[
    object('Ingress', {}),
    object('HTTPRoute', {}),
    object('Service', { type: 'LoadBalancer' }),
    object('Service', { externalIPs: ['192.0.2.1'] }),
    object('NetworkPolicy', { ingress: [{}] }),
    object('Tunnel', { url: 'http://payments-server.payments.svc' }),
  ].flatMap(extra => [
    {
      ...knowingly,
      title: `knowingly with ${JSON.stringify(extra.spec)} ${extra.kind}`,
      extra,
      isRefused: true,
    },
    {
      title: `${extra.kind} beside nothing exposed ${JSON.stringify(extra.spec)}`,
      image: { tag: '3.6.3' },
      exposure: { kind: 'none' },
      extra,
      isRefused: true,
    },
    {
      title: `a safe image with ${extra.kind} ${JSON.stringify(extra.spec)}`,
      exposure: { kind: 'gateway' },
      extra,
      isRefused: false,
    },
  ]),
  {
    ...knowingly,
    title: 'a harmless object',
    extra: object('PodDisruptionBudget', { name: 'payments-server' }),
    isRefused: false,
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
    },
    exposure: {
      ...exposure,
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
    extra: { objects: testCase.extra ? [testCase.extra] : [] },
  };
}

function valuesOf(testCase: Case) {
  const { profile = 'official', image, version, exposure } = testCase;
  return {
    host: {
      profile,
      elsaVersion: version ?? '',
    },
    elsaServer: { image },
    elsaStudio: { enabled: exposure?.kind !== 'none' },
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
  'extra.objects',
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

describe('images that let anybody in', () => {
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
