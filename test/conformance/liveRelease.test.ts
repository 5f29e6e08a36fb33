import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';
import { execTool } from './lib/helm';

const chart = join(findTemplateDirectory(), 'chart');

/** Kinds that discovery lists: what the chart looks at and what it renders. */
const kinds: Record<string, string[]> = {
  v1: [
    ...['PersistentVolumeClaim', 'Service', 'ServiceAccount'],
    ...['ConfigMap', 'Secret', 'Pod'],
  ],
  'apps/v1': ['Deployment', 'StatefulSet'],
  'autoscaling/v2': ['HorizontalPodAutoscaler'],
  'policy/v1': ['PodDisruptionBudget'],
  'networking.k8s.io/v1': ['NetworkPolicy', 'Ingress'],
  'gateway.networking.k8s.io/v1': ['HTTPRoute', 'Gateway'],
};

const plural = (kind: string) =>
  `${kind.toLowerCase().replace(/y$/, 'ie').replace(/ss$/, 'sse')}s`;

/** Objects of the cluster by the end of their path. */
let objects: Record<string, unknown>;
let server: Server;

function answer(path: string): unknown {
  if (path === '/version') {
    return { major: '1', minor: '35', gitVersion: 'v1.35.4' };
  }
  const version = Object.keys(kinds).find(
    name => path === (name === 'v1' ? '/api/v1' : `/apis/${name}`),
  );
  if (version) {
    return {
      kind: 'APIResourceList',
      apiVersion: 'v1',
      groupVersion: version,
      resources: kinds[version].map(kind => ({
        kind,
        name: plural(kind),
        singularName: '',
        namespaced: true,
        verbs: ['get', 'list'],
      })),
    };
  }
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'] };
  if (path === '/apis') {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: Object.keys(kinds)
        .filter(name => name.includes('/'))
        .map(groupVersion => ({
          name: groupVersion.split('/')[0],
          versions: [{ groupVersion, version: groupVersion.split('/')[1] }],
          preferredVersion: {
            groupVersion,
            version: groupVersion.split('/')[1],
          },
        })),
    };
  }
  return objects[path.split('/').slice(-2).join('/')];
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const content = answer((request.url ?? '').split('?')[0]);
    response.writeHead(content ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(
      JSON.stringify(
        content ?? {
          kind: 'Status',
          status: 'Failure',
          reason: 'NotFound',
          code: 404,
        },
      ),
    );
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  objects = {};
});

describe.each(['HELM3', 'HELM4'])('an upgrade by %s', helm => {
  const render = (set: string) =>
    execTool(helm, [
      ...['template', 'payments', chart, '--namespace', 'payments-elsa'],
      ...['--values', join(chart, 'ci', 'clustered-values.yaml'), '--set', set],
      ...[
        '--is-upgrade',
        '--dry-run=server',
        '--kube-version',
        '1.35.4',
        '--disable-openapi-validation',
      ],
      '--kube-apiserver',
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ]);
  const claim = (phase = 'Bound', manager = 'helm') => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      name: 'data-payments-postgresql-0',
      managedFields: [
        { manager: 'helm', operation: 'Apply' },
        {
          manager,
          operation: manager === 'helm' ? 'Apply' : 'Update',
          fieldsV1: {
            'f:spec': { 'f:resources': { 'f:requests': { 'f:storage': {} } } },
          },
        },
      ],
    },
    spec: {
      storageClassName: 'standard',
      resources: { requests: { storage: '30Gi' } },
    },
    status: { phase },
  });
  const path = 'persistentvolumeclaims/data-payments-postgresql-0';

  it.each([
    ['25Gi', claim(), '25Gi is less than the 30Gi'],
    ['40Gi', claim('Pending'), 'only a bound claim can grow'],
    ['40Gi', claim('Bound', 'cm'), 'was set by cm, so Helm may not change it'],
    ['30Gi,global.storageClass=fast', claim(), 'class cannot change'],
  ])('should refuse the size %s', async (size, live, text) => {
    objects[path] = live;
    await expect(render(`postgresql.persistence.size=${size}`)).rejects.toThrow(
      text,
    );
  });

  it('should let a claim grow', async () => {
    objects[path] = claim();
    expect(await render('postgresql.persistence.size=40Gi')).toContain(
      'storage: "40Gi"',
    );
  });

  it('should say how to hand over the claim of an earlier chart', async () => {
    objects['statefulsets/payments-postgresql'] = {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
    };
    await expect(render('database.name=elsa')).rejects.toThrow(
      'delete statefulset/payments-postgresql --cascade=orphan',
    );
  });

  it('should keep the number of pods when the autoscaler comes and goes', async () => {
    objects['deployments/payments-server'] = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { replicas: 7 },
    };
    const replicas = /name: "payments-server"[^]*?\n {2}replicas: 7\n/;
    expect(await render('elsaServer.autoscaling.enabled=true')).toMatch(
      replicas,
    );
    expect(await render('elsaServer.replicaCount=3')).not.toMatch(
      /\n {2}replicas: 7\n/,
    );
    objects['horizontalpodautoscalers/payments-server'] = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
    };
    expect(await render('elsaServer.replicaCount=3')).toMatch(replicas);
  });
});
