import type {
  EnvironmentStatus,
  HealthReason,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  alert,
  burnRates,
  component,
  HEALTHY_SLOS,
  pod,
  slo,
  sources,
} from './parts';
import { ago, DAY, HOUR, MINUTE } from './time';

/** A production environment on which everything is as it should be. */
export function healthy(
  overrides: Partial<EnvironmentStatus> = {},
): EnvironmentStatus {
  const name = overrides.name ?? 'payments-production';
  const cluster = overrides.cluster ?? 'production-eu';
  const namespace = overrides.namespace ?? `${name}-elsa`;
  return {
    entityRef: `component:default/${name}`,
    name,
    title: 'Payments workflows (production)',
    description: 'Runs the payment approval and settlement workflows.',
    system: 'system:default/payments',
    lifecycle: 'production',
    cluster,
    namespace,
    hostProfile: 'clustered',
    health: {
      status: 'Healthy',
      isPartial: false,
      reasons: [],
      since: ago(9 * DAY + 4 * HOUR),
    },
    components: [
      component(name, 'server', 3, {
        autoscaler: {
          name: `${name}-server`,
          current: 3,
          desired: 3,
          min: 2,
          max: 8,
          metrics: [
            { name: 'cpu', current: '46%', target: '70%' },
            { name: 'memory', current: '58%', target: '80%' },
          ],
          lastScaleAt: ago(5 * HOUR),
        },
        disruptionBudget: {
          name: `${name}-server`,
          disruptionsAllowed: 1,
          currentHealthy: 3,
          desiredHealthy: 2,
        },
      }),
      component(name, 'studio', 2),
      component(name, 'database', 1),
      component(name, 'redis', 1),
      component(name, 'rabbitmq', 3),
    ],
    storage: [
      {
        claim: `data-${name}-postgresql-0`,
        component: 'database',
        phase: 'Bound',
        storageClass: 'gp3',
        requestedBytes: 50 * 2 ** 30,
        capacityBytes: 50 * 2 ** 30,
        usedBytes: 18.4 * 2 ** 30,
      },
      {
        claim: `${name}-backup`,
        component: 'backup',
        phase: 'Bound',
        storageClass: 'efs',
        requestedBytes: 100 * 2 ** 30,
        capacityBytes: 100 * 2 ** 30,
      },
    ],
    certificates: [
      {
        name: `${name}-tls`,
        dnsNames: [
          'elsa.payments.example.com',
          'elsa-api.payments.example.com',
        ],
        isReady: true,
        notAfter: ago(-61 * DAY),
        renewalAt: ago(-31 * DAY),
      },
    ],
    backups: [
      {
        kind: 'CronJob',
        name: `${name}-backup`,
        schedule: '0 2 * * *',
        isSuspended: false,
        lastScheduledAt: ago(7 * HOUR),
        lastSuccessAt: ago(7 * HOUR - 4 * MINUTE),
        health: 'Healthy',
      },
    ],
    alerts: [],
    slos: HEALTHY_SLOS,
    argoCd: {
      application: name,
      namespace: 'argocd',
      health: { status: 'Healthy' },
      sync: { status: 'Synced', revision: '8f3c1d2a90b7' },
      operation: { phase: 'Succeeded', finishedAt: ago(3 * DAY) },
      conditions: [],
      outOfSync: [],
    },
    ownership: {
      state: 'owned',
      owner: 'group:default/payments',
      clusterOwner: 'group:default/payments',
    },
    links: [
      {
        kind: 'studio',
        title: 'Elsa Studio',
        url: 'https://elsa.payments.example.com',
      },
      {
        kind: 'argocd',
        title: 'Argo CD',
        url: `https://argocd.example.com/applications/argocd/${name}`,
      },
      {
        kind: 'grafana',
        title: 'Grafana',
        url: `https://grafana.example.com/d/elsa?var-environment=${name}`,
      },
      {
        kind: 'repository',
        title: 'Repository',
        url: `https://git.example.com/payments/${name}`,
      },
    ],
    sources: sources(cluster),
    collectedAt: ago(18),
    isStale: false,
    changeKey: `key-of-${name}`,
    ...overrides,
  };
}

const CRASH_LOG =
  'Npgsql.PostgresException (0x80004005): 28P01: password authentication failed for user "elsa"';

/** A staging environment whose server cannot sign in to its database. */
export function crashLoop(): EnvironmentStatus {
  const name = 'payments-staging';
  const reasons: HealthReason[] = [
    {
      code: 'CrashLoopBackOff',
      health: 'Degraded',
      component: 'server',
      message: `Container server of pod ${name}-server-7c9d4b5f6-k2x8p keeps crashing: the database refuses its password.`,
      since: ago(12 * MINUTE),
      runbook: 'crash-loop',
      evidence: {
        object: {
          apiVersion: 'v1',
          kind: 'Pod',
          namespace: `${name}-elsa`,
          name: `${name}-server-7c9d4b5f6-k2x8p`,
        },
        field: 'status.containerStatuses[0].state.waiting',
        container: 'server',
        message: CRASH_LOG,
      },
    },
    {
      code: 'ProgressDeadlineExceeded',
      health: 'Degraded',
      component: 'server',
      message: `Deployment ${name}-server did not finish its rollout in time.`,
      since: ago(4 * MINUTE),
      runbook: 'rollout-stuck',
      evidence: {
        object: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: `${name}-elsa`,
          name: `${name}-server`,
        },
        field: 'status.conditions[?(@.type=="Progressing")]',
        message: `ReplicaSet "${name}-server-7c9d4b5f6" has timed out progressing.`,
      },
    },
  ];
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Payments workflows (staging)',
    lifecycle: 'staging',
    cluster: 'staging-eu',
    health: {
      status: 'Degraded',
      isPartial: false,
      reasons,
      since: ago(12 * MINUTE),
    },
    components: [
      component(name, 'server', 2, {
        health: 'Degraded',
        replicas: {
          desired: 2,
          updated: 1,
          ready: 1,
          available: 1,
          old: 1,
          failing: 1,
        },
        rollout: {
          revision: '8',
          reason: 'ProgressDeadlineExceeded',
          since: ago(4 * MINUTE),
        },
        images: [
          {
            container: 'server',
            wanted: 'elsaworkflows/elsa-server-app:3.9.0',
            running: [
              { image: 'elsaworkflows/elsa-server-app:3.9.0', pods: 1 },
              { image: 'elsaworkflows/elsa-server-app:3.8.2', pods: 1 },
            ],
          },
        ],
        pods: [
          pod(`${name}-server-7c9d4b5f6-k2x8p`, {
            isReady: false,
            readyContainers: 0,
            restarts: 7,
            startedAt: ago(12 * MINUTE),
            waiting: {
              container: 'server',
              reason: 'CrashLoopBackOff',
              message: 'back-off 5m0s restarting failed container',
            },
            lastTermination: {
              container: 'server',
              reason: 'Error',
              exitCode: 134,
              finishedAt: ago(95),
            },
          }),
          pod(`${name}-server-5b8f6d7c4-9wqtn`, {
            images: ['elsaworkflows/elsa-server-app:3.8.2'],
          }),
        ],
      }),
      component(name, 'studio', 1),
      component(name, 'database', 1),
    ],
    alerts: [
      alert('ElsaSuccessBudgetBurn', {
        slo: 'success',
        labels: {
          severity: 'critical',
          sloth_severity: 'page',
          sloth_slo: 'success',
        },
        summary: 'Requests succeed: the error budget burns 38 times too fast',
        runbookUrl:
          'https://git.example.com/payments/payments-staging/blob/main/docs/runbook.md#error-budget',
      }),
      alert('ElsaServerCrashLooping', {
        summary: 'A server pod restarted 7 times in 15 minutes',
      }),
      alert('ElsaServerReplicasMismatch', {
        state: 'pending',
        severity: 'warning',
        labels: { severity: 'warning' },
        activeSince: ago(4 * MINUTE),
        summary: 'Fewer server replicas are ready than wanted',
      }),
      alert('ElsaBackupOld', {
        isSilenced: true,
        severity: 'warning',
        labels: { severity: 'warning' },
        activeSince: ago(2 * DAY),
        summary: 'No backup succeeded for a day',
      }),
    ],
    slos: [
      slo('success', 'Requests succeed', 0.999, {
        state: 'burning-fast',
        description: 'HTTP requests that are not answered with a server error.',
        remaining: 0.183,
        burnRates: burnRates(2.1, {
          '5m': 41.2,
          '30m': 39.8,
          '1h': 38.4,
          '2h': 19.6,
          '6h': 6.6,
        }),
        exhaustionSeconds: 3.4 * HOUR,
      }),
      slo('latency', 'Requests within 500 ms', 0.95, {
        state: 'at-risk',
        remaining: 0.224,
        burnRates: burnRates(1.1),
        exhaustionSeconds: 6 * DAY,
      }),
      slo('availability', 'Public address answers', 0.9995, {
        state: 'exhausted',
        remaining: -0.31,
        burnRates: burnRates(1.4),
        exhaustionSeconds: 0,
      }),
      slo('database', 'Database connections succeed', 0.9999, {
        state: 'no-data',
        remaining: null,
        errorRatio: null,
        burnRates: burnRates(null),
        from: 'none',
      }),
    ],
    argoCd: {
      application: name,
      namespace: 'argocd',
      health: {
        status: 'Progressing',
        message: 'Waiting for rollout to finish',
      },
      sync: { status: 'Synced', revision: '51aa0c93ee10' },
      operation: { phase: 'Succeeded', finishedAt: ago(14 * MINUTE) },
      conditions: [],
      outOfSync: [],
    },
    sources: sources('staging-eu'),
  });
}

/** An environment that wants more server replicas than it may have. */
export function atLimit(): EnvironmentStatus {
  const name = 'orders-production';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Order fulfilment workflows',
    system: 'system:default/orders',
    ownership: {
      state: 'owned',
      owner: 'group:default/orders',
      clusterOwner: 'group:default/orders',
    },
    health: {
      status: 'Healthy',
      isPartial: false,
      since: ago(26 * HOUR),
      reasons: [
        {
          code: 'TooManyReplicas',
          health: 'Healthy',
          component: 'server',
          message: `The autoscaler of ${name}-server wants more than its maximum of 6 replicas.`,
          since: ago(47 * MINUTE),
          runbook: 'autoscaler-limited',
          evidence: {
            object: {
              apiVersion: 'autoscaling/v2',
              kind: 'HorizontalPodAutoscaler',
              namespace: `${name}-elsa`,
              name: `${name}-server`,
            },
            field: 'status.conditions[?(@.type=="ScalingLimited")]',
            message:
              'the desired replica count is more than the maximum replica count',
          },
        },
      ],
    },
    components: [
      component(name, 'server', 6, {
        autoscaler: {
          name: `${name}-server`,
          current: 6,
          desired: 6,
          min: 2,
          max: 6,
          metrics: [{ name: 'cpu', current: '94%', target: '70%' }],
          limited: {
            reason: 'TooManyReplicas',
            message:
              'the desired replica count is more than the maximum replica count',
            since: ago(47 * MINUTE),
          },
          lastScaleAt: ago(47 * MINUTE),
        },
        disruptionBudget: {
          name: `${name}-server`,
          disruptionsAllowed: 0,
          currentHealthy: 6,
          desiredHealthy: 6,
        },
      }),
      component(name, 'studio', 2),
      component(name, 'database', 1),
      component(name, 'rabbitmq', 3),
    ],
    alerts: [
      alert('ElsaAutoscalerAtLimit', {
        severity: 'warning',
        labels: { severity: 'warning' },
        summary: 'The server wants more replicas than its maximum',
      }),
    ],
    slos: HEALTHY_SLOS.map(each =>
      each.name === 'latency'
        ? slo('latency', each.title, 0.95, {
            state: 'burning-slow',
            remaining: 0.412,
            burnRates: burnRates(1.3, { '2h': 3.2, '1d': 3.1, '6h': 3.4 }),
            exhaustionSeconds: 4 * DAY,
          })
        : each,
    ),
  });
}

/** An environment that differs from its repository; the owning group is gone. */
export function outOfSync(): EnvironmentStatus {
  const name = 'billing-staging';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Billing workflows (staging)',
    lifecycle: 'staging',
    cluster: 'staging-eu',
    system: 'system:default/billing',
    hostProfile: 'official',
    ownership: {
      state: 'owner-missing',
      owner: 'group:default/billing',
      clusterOwner: 'group:default/finance',
      isDisputed: true,
    },
    components: [
      component(name, 'server', 1),
      component(name, 'studio', 1),
      component(name, 'database', 1),
    ],
    argoCd: {
      application: name,
      namespace: 'argocd',
      health: { status: 'Healthy' },
      sync: { status: 'OutOfSync', revision: 'c0ffee001122' },
      operation: {
        phase: 'Failed',
        message: 'one or more synchronization tasks completed unsuccessfully',
        finishedAt: ago(35 * MINUTE),
      },
      conditions: [{ type: 'SyncError', message: 'Failed last sync attempt' }],
      outOfSync: [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: `${name}-elsa`,
          name: `${name}-server`,
        },
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          namespace: `${name}-elsa`,
          name: `${name}-server`,
        },
      ],
    },
    sources: sources('staging-eu'),
  });
}

/** Argo CD has been told, but nothing runs yet. */
export function notDeployed(): EnvironmentStatus {
  const name = 'invoicing-development';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: undefined,
    lifecycle: 'development',
    cluster: 'staging-eu',
    health: { status: 'Missing', isPartial: false, reasons: [] },
    components: [],
    storage: [],
    certificates: [],
    backups: [],
    slos: [],
    argoCd: {
      application: name,
      health: { status: 'Missing' },
      sync: { status: 'OutOfSync' },
      conditions: [],
      outOfSync: [],
    },
    links: [
      {
        kind: 'repository',
        title: 'Repository',
        url: `https://git.example.com/payments/${name}`,
      },
    ],
    sources: sources('staging-eu'),
  });
}

/** The cluster stopped answering; the figures are the last good ones. */
export function stale(): EnvironmentStatus {
  const name = 'returns-production';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Returns workflows',
    health: {
      status: 'Unknown',
      isPartial: false,
      since: ago(21 * MINUTE),
      reasons: [
        {
          code: 'SourceUnreachable',
          health: 'Unknown',
          component: 'other',
          message: 'Cluster production-eu has not answered for 23 minutes.',
          since: ago(21 * MINUTE),
          runbook: 'source-unavailable',
        },
      ],
    },
    isStale: true,
    collectedAt: ago(23 * MINUTE),
    sources: sources('production-eu', {
      kubernetes: {
        state: 'timeout',
        message:
          'The Kubernetes API of production-eu did not answer within 10 s.',
        remedy: 'Check that the portal can reach the API server.',
        lastSuccessAt: ago(23 * MINUTE),
        lastAttemptAt: ago(20),
      },
    }),
  });
}

/** One source fails, the others do not. */
export function prometheusDown(): EnvironmentStatus {
  const name = 'claims-production';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Claims workflows',
    slos: HEALTHY_SLOS.map(each => ({
      ...each,
      state: 'no-data',
      remaining: null,
      errorRatio: null,
      burnRates: burnRates(null),
      alerts: [],
      from: 'none',
    })),
    sources: sources('production-eu', {
      prometheus: {
        state: 'unauthorized',
        message: 'Prometheus eu answered 401.',
        remedy:
          'Check elsa.prometheus[0].bearerToken in the portal configuration.',
        lastSuccessAt: undefined,
      },
      alertmanager: {
        state: 'not-configured',
        lastSuccessAt: undefined,
        lastAttemptAt: undefined,
      },
    }),
  });
}

const REASON_CODES = [
  'ImagePullBackOff',
  'CreateContainerConfigError',
  'Unschedulable',
  'OOMKilled',
  'ErrImagePull',
  'ProbeFailing',
];

/** Everything at once, with names as long as Kubernetes lets them be. */
export function manyReasons(): EnvironmentStatus {
  const name = 'extraordinarily-long-environment-name-for-cross-border-settle';
  const base = crashLoop();
  return {
    ...base,
    name,
    entityRef: `component:default/${name}`,
    title:
      'Cross-border settlement and reconciliation workflows of the extraordinarily long department name (pre-production)',
    namespace: `${name}ment`.slice(0, 63),
    changeKey: `key-of-${name}`,
    health: {
      ...base.health,
      isPartial: true,
      reasons: Array.from({ length: 14 }, (_, index) => ({
        ...base.health.reasons[0],
        code: REASON_CODES[index % REASON_CODES.length],
        component: (['server', 'studio', 'redis', 'rabbitmq'] as const)[
          index % 4
        ],
        message: `Container server of pod ${name}-server-7c9d4b5f6-${index}x8p cannot start because the image registry.internal.example.com/platform/elsa-server-with-a-very-long-name:2026.11.22-build.${index} does not exist.`,
      })),
    },
    components: [
      component(name, 'server', 24, {
        health: 'Degraded',
        replicas: {
          desired: 24,
          updated: 14,
          ready: 11,
          available: 11,
          old: 6,
          failing: 5,
        },
      }),
      ...(
        ['studio', 'database', 'pgbouncer', 'redis', 'rabbitmq'] as const
      ).map(each => component(name, each, 2)),
    ],
    ownership: {
      state: 'owned',
      owner:
        'group:default/cross-border-settlement-and-reconciliation-platform-engineering',
    },
  };
}

/** One environment for each state that the tab knows. */
/** Every pod is ready, and the budget is gone in half an hour. */
export function burning(): EnvironmentStatus {
  const name = 'checkout-production';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Checkout workflows',
    slos: [
      slo('availability', 'Public address answers', 0.998, {
        state: 'burning-fast',
        remaining: 0.3,
        burnRates: burnRates(470),
        exhaustionSeconds: 1_654,
      }),
      ...HEALTHY_SLOS.slice(0, 2),
    ],
    alerts: ['page', 'ticket', 'down', 'slow'].map(each =>
      alert(`Elsa ${each}`),
    ),
    deployments: [
      {
        at: ago(2 * HOUR),
        component: 'server',
        name: `${name}-server`,
        revision: '12',
      },
      {
        at: ago(9 * DAY),
        component: 'server',
        name: `${name}-server`,
        revision: '11',
      },
    ],
  });
}

/** Rules define its SLOs, and no Prometheus is configured for its cluster. */
export function unmeasured(): EnvironmentStatus {
  const name = 'ledger-production';
  return healthy({
    name,
    entityRef: `component:default/${name}`,
    title: 'Ledger workflows',
    slos: HEALTHY_SLOS.slice(0, 3).map(each => ({
      ...each,
      state: 'no-data',
      remaining: null,
      errorRatio: null,
      burnRates: burnRates(null),
      exhaustionSeconds: null,
      from: 'none',
      unmeasured: 'not-configured',
    })),
    sources: sources('production-eu', {
      prometheus: { state: 'not-configured', lastSuccessAt: undefined },
    }).filter(({ kind }) => kind !== 'alertmanager'),
  });
}

export function recordedEnvironments(): EnvironmentStatus[] {
  return [
    healthy(),
    crashLoop(),
    atLimit(),
    outOfSync(),
    notDeployed(),
    stale(),
    prometheusDown(),
    manyReasons(),
  ];
}
