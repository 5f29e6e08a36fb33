/* eslint-disable max-lines -- a table of runbook entries */
import {
  allEvents,
  describePod,
  events,
  kubectl,
  kubectlObject,
  listPods,
  previousLogs,
} from '../commands';
import type { RunbookTemplate } from '../types';

const listNodes = ['kubectl', 'get', 'nodes'];

const MACHINE_IS_GONE =
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.';

export const podEntries: readonly RunbookTemplate[] = [
  {
    id: 'pods-not-starting',
    title: 'Pods do not start',
    meaning:
      'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.',
    steps: [
      { text: 'Find the pods that are not ready.', command: listPods },
      {
        text: "Check the pod's conditions, container states and events.",
        command: describePod,
      },
      { text: 'List the warnings in the namespace.', command: allEvents },
    ],
  },
  {
    id: 'unschedulable',
    title: 'No node can run the pod',
    meaning:
      'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.',
    steps: [
      {
        text: 'Find out why each group of nodes was ruled out (event FailedScheduling).',
        command: describePod,
      },
      {
        text: 'Compare the requests on the nodes with their capacity.',
        command: ['kubectl', 'describe', 'nodes'],
      },
      { text: 'Check actual usage.', command: ['kubectl', 'top', 'nodes'] },
      {
        text: 'Check the namespace quotas, which also limit requests.',
        command: kubectl('describe', 'resourcequota'),
      },
      {
        text: 'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.',
      },
    ],
  },
  {
    id: 'not-scheduled',
    title: 'No scheduler takes the pod',
    meaning:
      'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.',
    steps: [
      {
        text: 'See which gates and which scheduler the pod names.',
        command: kubectl(
          'get',
          'pod/{pod}',
          '--output=jsonpath={.spec.schedulerName} {.spec.schedulingGates[*].name}',
        ),
      },
      { text: 'Read the events in order.', command: events },
    ],
  },
  {
    id: 'container-creating',
    title: 'Containers are not created',
    meaning:
      'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.',
    steps: [
      { text: 'Read the events in order.', command: events },
      {
        text: 'See which node still holds the volume. Storage for one node moves only after that node has let go of it.',
        command: ['kubectl', 'get', 'volumeattachments'],
      },
      { text: 'Check the nodes.', command: listNodes },
    ],
  },
  {
    id: 'init-container',
    title: 'An init container does not finish',
    meaning:
      'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.',
    steps: [
      {
        text: 'Read the log of the init container.',
        command: kubectl(
          'logs',
          'pod/{pod}',
          '--container={container}',
          '--tail=200',
        ),
      },
      {
        text: 'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.',
        command: listPods,
      },
    ],
  },
  {
    id: 'node-lost',
    title: 'The node does not answer',
    meaning:
      'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.',
    steps: [
      { text: 'Check the nodes.', command: listNodes },
      { text: MACHINE_IS_GONE },
    ],
  },
  {
    id: 'stuck-terminating',
    title: 'A pod does not go away',
    meaning:
      'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.',
    steps: [
      {
        text: 'See which finalizers block it.',
        command: kubectl(
          'get',
          'pod/{pod}',
          '--output=jsonpath={.metadata.deletionTimestamp} {.metadata.finalizers}',
        ),
      },
      { text: 'Check the nodes.', command: listNodes },
      { text: MACHINE_IS_GONE },
    ],
  },
  {
    id: 'namespace-terminating',
    title: 'The namespace is being deleted',
    meaning:
      'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.',
    steps: [
      {
        text: 'See what the namespace still waits for.',
        command: [
          'kubectl',
          'get',
          'namespace/{namespace}',
          '--output=jsonpath={.status.conditions[*].message}',
        ],
      },
      {
        text: 'Find out why the controller of the finalizer does not finish before you remove it by hand.',
      },
    ],
  },
  {
    id: 'image-pull',
    title: 'The image cannot be pulled',
    meaning:
      'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.',
    steps: [
      {
        text: "Read the registry's answer (events Failed and BackOff).",
        command: describePod,
      },
      {
        text: 'Check which image is requested.',
        command: kubectl(
          'get',
          'pod/{pod}',
          '--output=jsonpath={.spec.initContainers[*].image} {.spec.containers[*].image}',
        ),
      },
      {
        text: 'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.',
        command: kubectl(
          'get',
          'pod/{pod}',
          '--output=jsonpath={.spec.imagePullSecrets[*].name}',
        ),
      },
      {
        text: 'List the pull secrets that exist (names only).',
        command: kubectl(
          'get',
          'secrets',
          '--field-selector=type=kubernetes.io/dockerconfigjson',
        ),
      },
      {
        text: 'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.',
      },
    ],
  },
  {
    id: 'crash-loop',
    title: 'A container keeps crashing',
    meaning:
      'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.',
    steps: [
      {
        text: 'Read the container log from before it exited.',
        command: previousLogs,
      },
      {
        text: 'Check the exit code, probe failures and restarts.',
        command: describePod,
      },
      { text: 'Read the events in order.', command: events },
      {
        text: 'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.',
        command: listPods,
      },
      {
        text: 'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.',
        command: kubectl(
          'get',
          'deployment/{server}',
          '--output=jsonpath={.spec.template.spec.containers[*].livenessProbe}',
        ),
      },
    ],
  },
  {
    id: 'container-config',
    title: 'A container cannot be created',
    meaning:
      'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.',
    steps: [
      {
        text: 'See which name or key is missing.',
        command: describePod,
      },
      {
        text: 'See which keys a Secret has. This shows names and sizes, never values.',
        command: kubectl('describe', 'secrets'),
      },
      {
        text: 'Check whatever is meant to create the Secrets in the namespace.',
        facts: ['external-secrets', 'sealed-secrets'],
        command: kubectl('get', 'externalsecrets,sealedsecrets'),
      },
      {
        text: 'List the ConfigMaps.',
        command: kubectl('get', 'configmaps'),
      },
    ],
  },
  {
    id: 'out-of-memory',
    title: 'A container runs out of memory',
    meaning:
      'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.',
    steps: [
      {
        text: 'Compare usage with the limit.',
        command: kubectl('top', 'pod/{pod}', '--containers'),
      },
      {
        text: 'Check the limit, last termination and exit code.',
        command: describePod,
      },
      {
        text: 'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.',
      },
    ],
  },
  {
    id: 'not-ready',
    title: 'Pods run but are not ready',
    meaning:
      'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.',
    steps: [
      { text: 'Read the probe failures.', command: describePod },
      {
        text: 'Call the server directly, bypassing probes and the Service.',
        command: kubectl('port-forward', 'deployment/{server}', '8080:http'),
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
        text: 'Read the logs of the container that is not ready.',
        command: kubectl(
          'logs',
          'pod/{pod}',
          '--container={container}',
          '--tail=200',
        ),
      },
    ],
  },
  {
    id: 'rollout-stuck',
    title: 'A rollout does not finish',
    meaning:
      'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.',
    steps: [
      {
        text: 'Check the progress of the rollout.',
        command: kubectl(
          'rollout',
          'status',
          'deployment/{server}',
          '--timeout=10s',
        ),
      },
      { text: 'Find the pods that are not ready.', command: listPods },
      {
        text: 'See what changed between the revisions.',
        command: kubectl('rollout', 'history', 'deployment/{server}'),
      },
      {
        text: 'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.',
      },
    ],
  },
  {
    id: 'pod-creation-refused',
    title: 'Pods are not created',
    meaning:
      'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.',
    steps: [
      {
        text: 'Read the refusals (event FailedCreate).',
        command: kubectl('events', '--types=Warning'),
      },
      {
        text: 'Check quotas and limit ranges.',
        command: kubectl('describe', 'resourcequotas,limitranges'),
      },
      {
        text: 'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).',
        command: ['kubectl', 'get', 'namespace/{namespace}', '--show-labels'],
      },
    ],
  },
  {
    id: 'missing-objects',
    title: 'Expected objects do not exist',
    meaning:
      'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.',
    steps: [
      {
        text: 'See what exists.',
        command: kubectl(
          'get',
          'all',
          '--selector=app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance={environment}',
        ),
      },
      {
        text: 'See what Argo CD reports about its last sync.',
        command: [
          'kubectl',
          '--namespace={applicationNamespace}',
          'describe',
          'application.argoproj.io/{application}',
        ],
      },
      {
        text: 'Synchronise the application, or check the cluster and namespace of the catalog entity.',
      },
    ],
  },
  {
    id: 'suspended',
    title: 'Stopped on purpose',
    meaning:
      'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.',
    steps: [
      {
        text: 'Check replicas and pauses.',
        command: kubectl(
          'get',
          'deployments,statefulsets,cronjobs',
          '--selector=app.kubernetes.io/instance={environment}',
        ),
      },
      {
        text: "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.",
        command: kubectl('describe', 'cluster.postgresql.cnpg.io/{database}'),
        databases: ['cloudnative-pg'],
      },
      {
        text: 'Change replicas or the pause in the environment spec, so that delivery does not undo it.',
      },
    ],
  },
  {
    id: 'pending-deletion',
    title: 'An object is being deleted',
    meaning:
      'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.',
    steps: [
      {
        text: 'See which finalizers block it.',
        command: kubectlObject(
          'get',
          '{kind}/{name}',
          '--output=jsonpath={.metadata.deletionTimestamp} {.metadata.finalizers}',
        ),
      },
      {
        text: 'Find out why the controller of the finalizer does not finish before you remove it by hand.',
      },
    ],
  },
];
