/** Kinds of extra objects that are data by themselves; the chart keeps the same. */
export const EXTRA_DATA_KINDS: readonly string[] = [
  'PersistentVolume',
  'PersistentVolumeClaim',
  'VolumeSnapshot.snapshot.storage.k8s.io',
  'VolumeSnapshotContent.snapshot.storage.k8s.io',
  'Cluster.postgresql.cnpg.io',
  'ObjectStore.barmancloud.cnpg.io',
  'RabbitmqCluster.rabbitmq.com',
  'Alertmanager.monitoring.coreos.com',
  'Prometheus.monitoring.coreos.com',
  'PrometheusAgent.monitoring.coreos.com',
  'ThanosRuler.monitoring.coreos.com',
];
