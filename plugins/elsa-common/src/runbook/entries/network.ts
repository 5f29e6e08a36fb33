import {
  describeObject,
  kubectl,
  kubectlObject,
  serverLogs,
} from '../commands';
import type { RunbookTemplate } from '../types';

const listRoutes = kubectl('get', '{routeKinds}');

/**
 * What makes a pod of another image one that the namespace admits and that the
 * environment's network policies and quotas count as their own.
 */
const AS_ONE_OF_THE_ENVIRONMENT = JSON.stringify({
  apiVersion: 'v1',
  spec: {
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65534,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [
      {
        name: 'dns-check',
        resources: {
          requests: { cpu: '10m', memory: '16Mi' },
          limits: { cpu: '100m', memory: '32Mi' },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'] },
        },
      },
    ],
  },
});

export const networkEntries: readonly RunbookTemplate[] = [
  {
    id: 'service-unreachable',
    title: 'The Service does not respond',
    meaning:
      'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.',
    steps: [
      {
        text: 'Check its ports and selector.',
        command: kubectl('describe', 'service/{server}'),
      },
      {
        text: 'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.',
        command: kubectl(
          'get',
          'endpointslices',
          '--selector=kubernetes.io/service-name={server}',
        ),
      },
      {
        text: 'Call it from your machine.',
        command: kubectl('port-forward', 'service/{server}', '8080:http'),
      },
      {
        text: 'In a second shell: every Elsa 3 server responds to this.',
        command: [
          'curl',
          '--include',
          'http://127.0.0.1:8080/elsa/api/package/version',
        ],
      },
      {
        text: 'If it responds here but not from other pods, a network policy or the mesh blocks them.',
        command: kubectl('get', 'networkpolicies'),
      },
    ],
  },
  {
    id: 'dns',
    title: 'Names do not resolve',
    meaning:
      'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.',
    steps: [
      {
        text: 'Resolve the name from inside the namespace. The pod is removed afterwards.',
        command: kubectl(
          'run',
          'dns-check',
          '--rm',
          '--stdin',
          '--restart=Never',
          '--image=busybox:1.37',
          '--labels=app.kubernetes.io/instance={environment},app.kubernetes.io/part-of=elsa-workflows',
          '--override-type=strategic',
          `--overrides=${AS_ONE_OF_THE_ENVIRONMENT}`,
          '--',
          'nslookup',
          '{server}.{namespace}.svc.cluster.local',
        ),
      },
      {
        text: 'Check that the DNS server is running.',
        command: [
          'kubectl',
          '--namespace=kube-system',
          'get',
          'pods',
          '--selector=k8s-app=kube-dns',
        ],
      },
      {
        text: 'Read its log.',
        command: [
          'kubectl',
          '--namespace=kube-system',
          'logs',
          '--selector=k8s-app=kube-dns',
          '--tail=100',
        ],
      },
      {
        text: 'See which egress traffic the network policies allow.',
        command: kubectl('describe', 'networkpolicies'),
      },
    ],
  },
  {
    id: 'route',
    title: 'The public address does not work',
    meaning:
      "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.",
    steps: [
      {
        text: 'List the gateways, routes and their addresses.',
        command: listRoutes,
      },
      {
        text: 'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).',
        command: describeObject,
      },
      {
        text: 'See which classes exist and which controllers serve them.',
        command: ['kubectl', 'get', '{classKinds}'],
      },
      {
        text: 'Call the public address.',
        command: [
          'curl',
          '--include',
          'https://{host}/elsa/api/package/version',
        ],
      },
      { text: 'See whether the request arrives.', command: serverLogs },
    ],
  },
  {
    id: 'certificate',
    title: 'The certificate is not valid',
    meaning:
      'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.',
    steps: [
      {
        text: 'Check the state and the last error.',
        facts: ['cert-manager'],
        command: kubectlObject(
          'describe',
          'certificate.cert-manager.io/{certificate}',
        ),
      },
      {
        text: 'Follow the chain, newest last.',
        facts: ['cert-manager'],
        command: kubectlObject(
          'get',
          'certificaterequests.cert-manager.io,orders.acme.cert-manager.io,challenges.acme.cert-manager.io',
          '--sort-by=.metadata.creationTimestamp',
        ),
      },
      {
        text: 'Check that the issuer is ready.',
        facts: ['cert-manager'],
        command: kubectl(
          'get',
          'issuers.cert-manager.io,clusterissuers.cert-manager.io',
        ),
      },
      {
        text: 'See which certificate clients get.',
        command: ['curl', '--verbose', '--head', 'https://{host}/'],
      },
      {
        text: "Read cert-manager's log.",
        facts: ['cert-manager'],
        command: [
          'kubectl',
          '--namespace=cert-manager',
          'logs',
          'deployment/cert-manager',
          '--tail=100',
        ],
      },
    ],
  },
  {
    id: 'external-secret',
    title: 'Secrets are not synchronised',
    meaning:
      'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.',
    steps: [
      {
        text: 'Read the error.',
        command: describeObject,
      },
      {
        text: 'Check the stores.',
        command: kubectl(
          'get',
          'secretstores.external-secrets.io,clustersecretstores.external-secrets.io',
        ),
      },
      {
        text: 'After the fix, force a synchronisation: any new value of the annotation triggers it.',
        command: kubectlObject(
          'annotate',
          '{kind}/{name}',
          'force-sync=now',
          '--overwrite',
        ),
      },
    ],
  },
];
