/** One kind of a family. */
export type Row = [kind: string, plural: string, shortNames?: string];

/** The kinds of one version of a group. */
export interface Family {
  group: string;
  version: string;
  namespaced?: Row[];
  cluster?: Row[];
}

/** What the generated charts and a cluster around them hold; others are added when applied. */
export const FAMILIES: Family[] = [
  {
    group: '',
    version: 'v1',
    namespaced: [
      ['ConfigMap', 'configmaps', 'cm'],
      ['Endpoints', 'endpoints', 'ep'],
      ['Event', 'events', 'ev'],
      ['LimitRange', 'limitranges', 'limits'],
      ['PersistentVolumeClaim', 'persistentvolumeclaims', 'pvc'],
      ['Pod', 'pods', 'po'],
      ['ReplicationController', 'replicationcontrollers', 'rc'],
      ['ResourceQuota', 'resourcequotas', 'quota'],
      ['Secret', 'secrets'],
      ['Service', 'services', 'svc'],
      ['ServiceAccount', 'serviceaccounts', 'sa'],
    ],
    cluster: [
      ['Namespace', 'namespaces', 'ns'],
      ['Node', 'nodes', 'no'],
      ['PersistentVolume', 'persistentvolumes', 'pv'],
    ],
  },
  {
    group: 'apps',
    version: 'v1',
    namespaced: [
      ['ControllerRevision', 'controllerrevisions'],
      ['DaemonSet', 'daemonsets', 'ds'],
      ['Deployment', 'deployments', 'deploy'],
      ['ReplicaSet', 'replicasets', 'rs'],
      ['StatefulSet', 'statefulsets', 'sts'],
    ],
  },
  {
    group: 'batch',
    version: 'v1',
    namespaced: [
      ['CronJob', 'cronjobs', 'cj'],
      ['Job', 'jobs'],
    ],
  },
  {
    group: 'autoscaling',
    version: 'v2',
    namespaced: [
      ['HorizontalPodAutoscaler', 'horizontalpodautoscalers', 'hpa'],
    ],
  },
  {
    group: 'policy',
    version: 'v1',
    namespaced: [['PodDisruptionBudget', 'poddisruptionbudgets', 'pdb']],
  },
  {
    group: 'networking.k8s.io',
    version: 'v1',
    namespaced: [
      ['Ingress', 'ingresses', 'ing'],
      ['NetworkPolicy', 'networkpolicies', 'netpol'],
    ],
    cluster: [['IngressClass', 'ingressclasses']],
  },
  {
    group: 'discovery.k8s.io',
    version: 'v1',
    namespaced: [['EndpointSlice', 'endpointslices']],
  },
  {
    group: 'storage.k8s.io',
    version: 'v1',
    cluster: [['StorageClass', 'storageclasses', 'sc']],
  },
  {
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    namespaced: [
      ['Role', 'roles'],
      ['RoleBinding', 'rolebindings'],
    ],
    cluster: [
      ['ClusterRole', 'clusterroles'],
      ['ClusterRoleBinding', 'clusterrolebindings'],
    ],
  },
  {
    group: 'gateway.networking.k8s.io',
    version: 'v1',
    namespaced: [
      ['BackendTLSPolicy', 'backendtlspolicies'],
      ['Gateway', 'gateways', 'gtw'],
      ['GRPCRoute', 'grpcroutes'],
      ['HTTPRoute', 'httproutes'],
      ['ReferenceGrant', 'referencegrants'],
    ],
    cluster: [['GatewayClass', 'gatewayclasses', 'gc']],
  },
  {
    group: 'cert-manager.io',
    version: 'v1',
    namespaced: [
      ['Certificate', 'certificates', 'cert'],
      ['CertificateRequest', 'certificaterequests', 'cr'],
      ['Issuer', 'issuers'],
    ],
    cluster: [['ClusterIssuer', 'clusterissuers']],
  },
  {
    group: 'external-secrets.io',
    version: 'v1',
    namespaced: [
      ['ExternalSecret', 'externalsecrets', 'es'],
      ['SecretStore', 'secretstores', 'ss'],
    ],
    cluster: [['ClusterSecretStore', 'clustersecretstores', 'css']],
  },
  {
    group: 'monitoring.coreos.com',
    version: 'v1',
    namespaced: [
      ['PodMonitor', 'podmonitors', 'pmon'],
      ['Probe', 'probes', 'prb'],
      ['PrometheusRule', 'prometheusrules', 'promrule'],
      ['ServiceMonitor', 'servicemonitors', 'smon'],
    ],
  },
  {
    group: 'argoproj.io',
    version: 'v1alpha1',
    namespaced: [
      ['Application', 'applications', 'app'],
      ['ApplicationSet', 'applicationsets', 'appset'],
      ['AppProject', 'appprojects', 'appproj'],
    ],
  },
  {
    group: 'postgresql.cnpg.io',
    version: 'v1',
    namespaced: [
      ['Backup', 'backups'],
      ['Cluster', 'clusters'],
      ['Database', 'databases'],
      ['Pooler', 'poolers'],
      ['ScheduledBackup', 'scheduledbackups'],
    ],
  },
  {
    group: 'barmancloud.cnpg.io',
    version: 'v1',
    namespaced: [['ObjectStore', 'objectstores']],
  },
  {
    group: 'rabbitmq.com',
    version: 'v1beta1',
    namespaced: [['RabbitmqCluster', 'rabbitmqclusters', 'rmq']],
  },
  {
    group: 'keda.sh',
    version: 'v1alpha1',
    namespaced: [
      ['ScaledObject', 'scaledobjects', 'so'],
      ['TriggerAuthentication', 'triggerauthentications', 'ta'],
    ],
  },
  {
    group: 'autoscaling.k8s.io',
    version: 'v1',
    namespaced: [['VerticalPodAutoscaler', 'verticalpodautoscalers', 'vpa']],
  },
  {
    group: 'traefik.io',
    version: 'v1alpha1',
    namespaced: [
      ['IngressRoute', 'ingressroutes'],
      ['Middleware', 'middlewares'],
    ],
  },
  {
    group: 'networking.istio.io',
    version: 'v1',
    namespaced: [
      ['DestinationRule', 'destinationrules', 'dr'],
      ['Gateway', 'gateways', 'gw'],
      ['ServiceEntry', 'serviceentries', 'se'],
      ['Sidecar', 'sidecars'],
      ['VirtualService', 'virtualservices', 'vs'],
    ],
  },
  {
    group: 'security.istio.io',
    version: 'v1',
    namespaced: [
      ['AuthorizationPolicy', 'authorizationpolicies', 'ap'],
      ['PeerAuthentication', 'peerauthentications', 'pa'],
    ],
  },
  {
    group: 'snapshot.storage.k8s.io',
    version: 'v1',
    namespaced: [['VolumeSnapshot', 'volumesnapshots', 'vs']],
    cluster: [['VolumeSnapshotClass', 'volumesnapshotclasses', 'vsclass']],
  },
];
