import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEnvironmentSpec } from '../environment/resolve';

const spec = (change: object) => ({
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  host: { server: { tag: '3.6.3' } },
  exposure: { kind: 'none' },
  studio: { enabled: false },
  ...change,
});
const issuesOf = (change: object) => checkEnvironmentSpec(spec(change)).issues;
const pathsOf = (extra: object, change: object = {}) =>
  issuesOf({ extra: { objects: [extra] }, ...change })
    .map(({ path }) => path)
    .filter(path => path === 'extra.objects[0]');

const object = (apiVersion: string, kind: string, more: object = {}) => ({
  apiVersion,
  kind,
  metadata: { name: 'mine' },
  ...more,
});
const ofGroupKind = (groupKind: string) => {
  const [kind, group] = groupKind.split('/').reverse();
  return object(group === undefined ? 'v1' : `${group}/v1`, kind);
};

const EXPOSED = {
  exposure: {
    kind: 'ingress-nginx',
    host: 'elsa.example.com',
    allowedSources: ['10.20.0.0/16'],
  },
  security: { acknowledge: ['public-credentials-3.6'] },
};
const UNKNOWN_VERSION = {
  host: { server: { digest: `sha256:${'a'.repeat(64)}` } },
};

/** Read from the custom resource definitions that each project releases. */
const CUSTOM_KINDS: Record<string, string[]> = JSON.parse(
  readFileSync(join(__dirname, '../__testUtils__/customKinds.json'), 'utf8'),
);

describe('extraObjectsDoNotExpose', () => {
  it('should allow few of the kinds that controllers bring', () => {
    const allowed = Object.values(CUSTOM_KINDS)
      .flat()
      .filter(groupKind => pathsOf(ofGroupKind(groupKind)).length === 0);
    // A kind that routes requests must never get into this list.
    expect(allowed.sort()).toEqual([
      'autoscaling.k8s.io/VerticalPodAutoscaler',
      'barmancloud.cnpg.io/ObjectStore',
      'bitnami.com/SealedSecret',
      'cert-manager.io/Certificate',
      'cert-manager.io/Issuer',
      'external-secrets.io/ExternalSecret',
      'external-secrets.io/SecretStore',
      'generators.external-secrets.io/Password',
      'keda.sh/ScaledObject',
      'keda.sh/TriggerAuthentication',
      'monitoring.coreos.com/PodMonitor',
      'monitoring.coreos.com/PrometheusRule',
      'monitoring.coreos.com/ServiceMonitor',
      'postgresql.cnpg.io/Backup',
      'postgresql.cnpg.io/Database',
      'postgresql.cnpg.io/ScheduledBackup',
      'snapshot.storage.k8s.io/VolumeSnapshot',
    ]);
  });

  it.each([
    'networking.k8s.io/Ingress',
    'k8s.nginx.org/VirtualServer',
    'k8s.nginx.org/TransportServer',
    'multicluster.x-k8s.io/ServiceExport',
    'cilium.io/CiliumNetworkPolicy',
    'cilium.io/CiliumEnvoyConfig',
    'projectcalico.org/NetworkPolicy',
    'crd.projectcalico.org/NetworkPolicy',
    'getambassador.io/Mapping',
    'projectcontour.io/HTTPProxy',
    'configuration.konghq.com/TCPIngress',
    'apisix.apache.org/ApisixRoute',
    'route.openshift.io/Route',
    'tailscale.com/Connector',
    'serving.knative.dev/Service',
    'argoproj.io/Rollout',
    'discovery.k8s.io/EndpointSlice',
    'Endpoints',
    // Of the same names as kinds that are allowed.
    'example.com/ConfigMap',
    'core.example.com/Service',
    'toString',
  ])(
    'should refuse %s, exposed, acknowledged or of unknown version',
    groupKind => {
      const extra = {
        ...ofGroupKind(groupKind),
        kind: groupKind.split('/').pop(),
      };
      if (groupKind === 'toString') extra.kind = 'Constructor';
      for (const change of [{}, EXPOSED, UNKNOWN_VERSION]) {
        expect(pathsOf(extra, change)).toEqual(['extra.objects[0]']);
      }
      // Beside a server that is known to be safe, it may stand.
      expect(pathsOf(extra, { host: {} })).toEqual([]);
    },
  );

  it('should name the object and what may stand there', () => {
    expect(
      issuesOf({
        extra: { objects: [object('k8s.nginx.org/v1', 'VirtualServer')] },
      }),
    ).toEqual([
      {
        path: 'extra.objects[0]',
        value: 'VirtualServer mine',
        message: expect.stringMatching(
          /^VirtualServer mine is of a kind that can route requests to the server, and Elsa 3\.6 lets anyone sign in/,
        ),
        remedy: expect.stringMatching(
          /Allowed beside such a server: .*ConfigMap, .*SealedSecret/,
        ),
      },
    ]);
  });

  const withMetadata = (metadata: object) =>
    object('v1', 'Service', { metadata: { name: 'mine', ...metadata } });
  const service = (more: object) => object('v1', 'Service', { spec: more });
  const pod = (more: object, metadata?: object) =>
    object('apps/v1', 'Deployment', {
      spec: { template: { metadata, spec: more } },
    });

  it.each([
    ['a Service of a load balancer', service({ type: 'LoadBalancer' })],
    ['a Service on nodes', service({ type: 'NodePort' })],
    [
      'a Service with a port of nodes',
      service({ ports: [{ nodePort: 30080 }] }),
    ],
    ['a Service with addresses', service({ externalIPs: ['192.0.2.1'] })],
    ['a Service of another name', service({ externalName: 'a.example.com' })],
    [
      'a Service for Tailscale',
      withMetadata({ annotations: { 'tailscale.com/expose': 'true' } }),
    ],
    [
      'a Service for Ambassador',
      withMetadata({ annotations: { 'getambassador.io/config': 'x' } }),
    ],
    [
      'a Service that Linkerd mirrors',
      withMetadata({ labels: { 'mirror.linkerd.io/exported': 'true' } }),
    ],
    ['a pod on its node', pod({ hostNetwork: true })],
    ['a pod on its node by a text', pod({ hostNetwork: 'true' })],
    [
      'a pod with a port of its node',
      pod({ containers: [{ ports: [{ hostPort: 80 }] }] }),
    ],
    [
      'a pod that passes for the server',
      pod({}, { labels: { 'app.kubernetes.io/instance': 'payments' } }),
    ],
    [
      'a pod on a second network',
      pod({}, { annotations: { 'k8s.v1.cni.cncf.io/networks': 'outside' } }),
    ],
    [
      'a pod that names the server',
      pod({ containers: [{ args: ['http://payments-server'] }] }),
    ],
    [
      'a CronJob on its node',
      object('batch/v1', 'CronJob', {
        spec: {
          jobTemplate: { spec: { template: { spec: { hostNetwork: true } } } },
        },
      }),
    ],
    ['a Pod on its node', object('v1', 'Pod', { spec: { hostNetwork: true } })],
    [
      'a policy that opens',
      object('networking.k8s.io/v1', 'NetworkPolicy', {
        spec: { ingress: [{}] },
      }),
    ],
    [
      'rights for everybody',
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', {
        subjects: [{ name: 'system:unauthenticated' }],
      }),
    ],
    [
      'an ExternalSecret that makes an Ingress',
      object('external-secrets.io/v1', 'ExternalSecret', {
        spec: { target: { manifest: { kind: 'Ingress' } } },
      }),
    ],
  ])('should refuse %s', (_, extra) => {
    expect(pathsOf(extra)).toEqual(['extra.objects[0]']);
    expect(pathsOf(extra, { host: {} })).toEqual([]);
  });

  it.each([
    ['a plain Service', service({ type: 'ClusterIP', selector: { app: 'a' } })],
    [
      'an ordinary pod',
      pod({ hostNetwork: false, containers: [{ name: 'a' }] }),
    ],
    [
      'a policy that shuts',
      object('networking.k8s.io/v1', 'NetworkPolicy', {
        spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [] },
      }),
    ],
    [
      'rights for some',
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', {
        subjects: [{ name: 'payments' }],
      }),
    ],
  ])('should leave %s alone', (_, extra) => {
    expect(issuesOf({ extra: { objects: [extra] } })).toEqual([]);
  });

  it('should refuse pods where no policy keeps them from the server', () => {
    const security = { networkPolicy: { enabled: false } };
    expect(pathsOf(pod({}), { security })).toEqual(['extra.objects[0]']);
  });
});
