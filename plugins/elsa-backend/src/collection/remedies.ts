import type {
  SourceKind,
  SourceState,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

type Remedies = Partial<Record<SourceState, string>>;

/** What to do when any source is in a state. */
const COMMON: Remedies = {
  'rate-limited': 'Wait, or raise elsa.collector.interval',
  timeout: 'Check the load on the server and the network connection to it',
  partial:
    'Check the stores or ingesters behind it: its warning says what is missing',
  'portal-busy':
    'Give the backend more CPU, raise elsa.collector.interval or elsa.collector.threads',
  unreachable: 'Check its address, DNS and the network connection to it',
  'server-error': "Check the server's log",
  'invalid-response':
    'Check that the address is the API itself and not a sign-in page or proxy',
};

const BY_KIND: Record<SourceKind, Remedies> = {
  kubernetes: {
    unauthorized:
      "Renew the credential of this cluster in the Kubernetes plugin's configuration",
    forbidden:
      "Grant the portal's service account list permission for the named resources in all namespaces",
    'not-found':
      "Check the address of this cluster in the Kubernetes plugin's configuration",
    'tls-error':
      "Set caData or caFile for this cluster in the Kubernetes plugin's configuration",
    'needs-sign-in':
      'Configure a server-side authProvider for this cluster, such as serviceAccount; tokens of signed-in users cannot be used in the background',
    'not-configured':
      'Add the cluster to the Kubernetes plugin, or correct the annotation backstage.io/kubernetes-cluster',
  },
  prometheus: {
    unreachable: closedConnection('prometheus'),
    unauthorized: 'Renew the credential in elsa.prometheus[].auth',
    forbidden: "Check the credential's permissions and the tenant header",
    'not-found':
      'Check elsa.prometheus[].url: it must be the base URL of /api/v1',
    'tls-error':
      'Set elsa.prometheus[].tls.caFile to the CA of the server, and auth: { type: mtls } if it asks for a client certificate',
  },
  alertmanager: {
    unreachable: closedConnection('alertmanager'),
    unauthorized: 'Renew the credential in elsa.alertmanager[].auth',
    forbidden: "Check the credential's permissions and the tenant header",
    'not-found':
      'Check elsa.alertmanager[].url: it must be the base URL of /api/v2',
    'tls-error':
      'Set elsa.alertmanager[].tls.caFile to the CA of the server, and auth: { type: mtls } if it asks for a client certificate',
  },
  catalog: {
    unauthorized: 'Check the service-to-service authentication of the backend',
    forbidden: 'Allow services to read the catalog',
    'server-error': 'Check the backend log',
    'invalid-response': 'Check the backend log: it names what cannot be used',
  },
};

/** With TLS 1.3 a server that misses a client certificate says nothing. */
function closedConnection(section: 'prometheus' | 'alertmanager'): string {
  return `Check its address, DNS and the network connection to it; a server that asks for a client certificate and gets none closes the connection too: set elsa.${section}[].auth to { type: mtls }`;
}

/** One sentence on what to do about a source in this state. */
export function remedyFor(
  kind: SourceKind,
  state: SourceState,
): string | undefined {
  return BY_KIND[kind][state] ?? COMMON[state];
}
