import { describeObject, kubectl, listPods, serverLogs } from '../commands';
import type { RunbookTemplate } from '../types';

export const performanceEntries: readonly RunbookTemplate[] = [
  {
    id: 'high-latency',
    title: 'Requests are slow',
    meaning:
      'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.',
    steps: [
      {
        text: 'Compare CPU and memory with the limits.',
        command: kubectl(
          'top',
          'pods',
          '--selector=app.kubernetes.io/instance={environment}',
          '--containers',
        ),
      },
      {
        text: 'See whether the autoscaler is at its limit.',
        command: kubectl('describe', 'horizontalpodautoscaler/{autoscaler}'),
      },
      {
        text: 'Look for slow queries and time-outs in the log.',
        command: serverLogs,
      },
      {
        text: 'Then follow the entries on connections and on locks.',
      },
    ],
  },
  {
    id: 'memory-growth',
    title: 'Memory keeps growing',
    meaning:
      'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.',
    steps: [
      {
        text: 'Watch usage per container.',
        command: kubectl('top', 'pod/{pod}', '--containers'),
      },
      {
        text: 'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).',
        command: kubectl(
          'debug',
          'pod/{pod}',
          '--stdin',
          '--tty',
          '--target={container}',
          '--image=mcr.microsoft.com/dotnet/sdk:10.0',
          // Other profiles ask for rights that the namespace denies.
          '--profile=restricted',
          '--',
          'sh',
          '-c',
          'export DOTNET_CLI_HOME=/tmp && dotnet tool install --tool-path /tmp/tools dotnet-dump && TMPDIR=/proc/1/root/tmp /tmp/tools/dotnet-dump collect --process-id 1 --output /proc/1/root/tmp/elsa.dmp',
        ),
      },
      {
        text: 'A dump contains everything that was in memory, including secrets. Protect it accordingly.',
      },
    ],
  },
  {
    id: 'autoscaler-limited',
    title: 'The autoscaler is at its limit',
    meaning:
      'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.',
    steps: [
      {
        text: 'Check metrics, targets and conditions.',
        command: kubectl('describe', 'horizontalpodautoscaler/{autoscaler}'),
      },
      {
        text: 'See whether the pods are really busy.',
        command: kubectl('top', 'pods', '--containers'),
      },
      {
        text: 'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.',
      },
    ],
  },
  {
    id: 'autoscaler-metrics',
    title: 'The autoscaler does not work',
    meaning:
      'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.',
    steps: [
      {
        text: 'Find out which metric is missing and why.',
        command: describeObject,
      },
      {
        text: 'Check that the metrics APIs are served.',
        command: [
          'kubectl',
          'get',
          'apiservices',
          'v1beta1.metrics.k8s.io',
          'v1beta1.custom.metrics.k8s.io',
          'v1beta1.external.metrics.k8s.io',
          '--ignore-not-found',
        ],
      },
      {
        text: 'Every container in the pod needs a CPU request, including injected ones.',
        command: kubectl('top', 'pods', '--containers'),
      },
    ],
  },
  {
    id: 'disruption-budget',
    title: 'A disruption budget does not work',
    meaning:
      'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.',
    steps: [
      {
        text: 'Check allowed disruptions and conditions.',
        command: kubectl('describe', 'poddisruptionbudgets'),
      },
      { text: 'List the pods.', command: listPods },
    ],
  },
  {
    id: 'cache-invalidation',
    title: 'Pods run old workflow definitions',
    meaning:
      'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.',
    steps: [
      {
        text: "See each pod's temporary queue.",
        command: kubectl(
          'exec',
          'statefulset/{rabbitmq}',
          '--',
          'rabbitmqctl',
          'list_queues',
          'name',
          'messages',
          'consumers',
        ),
      },
      {
        text: 'See whether the bus started in the server.',
        command: kubectl(
          'logs',
          'deployment/{server}',
          '--tail=500',
          '--all-pods',
        ),
      },
      {
        text: 'Make all pods reload the definitions.',
        command: kubectl('rollout', 'restart', 'deployment/{server}'),
      },
    ],
  },
  {
    id: 'message-broker',
    title: 'RabbitMQ is unhealthy',
    meaning:
      'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.',
    steps: [
      {
        text: "Read the operator's conditions.",
        command: describeObject,
      },
      {
        text: 'Check what the broker reports.',
        command: kubectl(
          'exec',
          'statefulset/{rabbitmq}',
          '--',
          'rabbitmq-diagnostics',
          'cluster_status',
        ),
      },
    ],
  },
];
