import {
  BURN_RATE_WINDOWS,
  type AlertStatus,
  type BurnRateWindow,
  type ComponentName,
  type ComponentStatus,
  type PodStatus,
  type SloStatus,
  type SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { ago, DAY, HOUR, MINUTE } from './time';

const WINDOW_SECONDS = 30 * DAY;

export function pod(
  name: string,
  overrides: Partial<PodStatus> = {},
): PodStatus {
  return {
    name,
    phase: 'Running',
    isReady: true,
    readyContainers: 1,
    containers: 1,
    restarts: 0,
    startedAt: ago(3 * DAY),
    node: 'ip-10-0-12-47.eu-central-1.compute.internal',
    zone: 'eu-central-1a',
    images: ['elsaworkflows/elsa-server-app:3.9.0'],
    ...overrides,
  };
}

const DEFAULT_IMAGES: Partial<Record<ComponentName, string>> = {
  server: 'elsaworkflows/elsa-server-app:3.9.0',
  studio: 'elsaworkflows/elsa-studio-blazor-wasm-app:3.9.0',
  database: 'postgres:17.7',
  redis: 'valkey/valkey:8.1.4',
  rabbitmq: 'rabbitmq:4.2.1',
  pgbouncer: 'edoburu/pgbouncer:1.24.1',
};

/** A component whose pods are all ready. */
export function component(
  environment: string,
  name: ComponentName,
  replicas = 1,
  overrides: Partial<ComponentStatus> = {},
): ComponentStatus {
  const image = DEFAULT_IMAGES[name] ?? 'example.com/elsa:1.0.0';
  const workloadName = `${environment}-${name === 'database' ? 'postgresql' : name}`;
  return {
    name,
    isCritical: name === 'server' || name === 'database',
    health: 'Healthy',
    workload: {
      apiVersion: 'apps/v1',
      kind:
        name === 'database' || name === 'rabbitmq'
          ? 'StatefulSet'
          : 'Deployment',
      namespace: `${environment}-elsa`,
      name: workloadName,
    },
    replicas: {
      desired: replicas,
      updated: replicas,
      ready: replicas,
      available: replicas,
      old: 0,
      failing: 0,
    },
    rollout: {
      revision: '7',
      reason: 'NewReplicaSetAvailable',
      since: ago(3 * DAY),
    },
    images: [
      { container: name, wanted: image, running: [{ image, pods: replicas }] },
    ],
    pods: Array.from({ length: replicas }, (_, index) =>
      pod(
        name === 'database' || name === 'rabbitmq'
          ? `${workloadName}-${index}`
          : `${workloadName}-6d5c8b7f9-${'bxkqz'.slice(index)}${index}t`,
        { images: [image], zone: `eu-central-1${'abc'[index % 3]}` },
      ),
    ),
    version: image.split(':')[1],
    ...overrides,
  };
}

export function burnRates(
  base: number | null,
  overrides: Partial<Record<BurnRateWindow, number>> = {},
): Record<BurnRateWindow, number | null> {
  return Object.fromEntries(
    BURN_RATE_WINDOWS.map(window => [window, overrides[window] ?? base]),
  ) as Record<BurnRateWindow, number | null>;
}

/** An objective that is met with ease. */
export function slo(
  name: string,
  title: string,
  objective: number,
  overrides: Partial<SloStatus> = {},
): SloStatus {
  const rates = overrides.burnRates ?? burnRates(0.31);
  const pairs = [
    ['page', '5m', '1h', 14.4],
    ['page', '30m', '6h', 6],
    ['ticket', '2h', '1d', 3],
    ['ticket', '6h', '3d', 1],
  ] as const;
  return {
    name,
    title,
    objective,
    windowSeconds: WINDOW_SECONDS,
    state: 'ok',
    errorRatio: (1 - objective) * 0.29,
    errorBudget: 1 - objective,
    remaining: 0.71,
    burnRates: rates,
    alerts: pairs.map(([severity, shortWindow, longWindow, factor]) => {
      const shortBurnRate = rates[shortWindow];
      const longBurnRate = rates[longWindow];
      return {
        severity,
        shortWindow,
        longWindow,
        factor,
        shortBurnRate,
        longBurnRate,
        isBurning:
          shortBurnRate !== null &&
          longBurnRate !== null &&
          shortBurnRate > factor &&
          longBurnRate > factor,
      };
    }),
    exhaustionSeconds: null,
    from: 'recorded',
    source: 'prometheus:eu',
    evaluatedAt: ago(24),
    ...overrides,
  };
}

export const HEALTHY_SLOS: SloStatus[] = [
  slo('success', 'Requests succeed', 0.999, {
    description: 'HTTP requests that are not answered with a server error.',
  }),
  slo('latency', 'Requests within 500 ms', 0.95, {
    remaining: 0.884,
    burnRates: burnRates(0.12),
  }),
  slo('availability', 'Public address answers', 0.9995, {
    remaining: 0.9421,
    burnRates: burnRates(0.05),
  }),
  slo('database', 'Database connections succeed', 0.9999, {
    remaining: 0.9999,
    burnRates: burnRates(0),
  }),
];

export function alert(
  name: string,
  overrides: Partial<AlertStatus> = {},
): AlertStatus {
  return {
    name,
    state: 'firing',
    isSilenced: false,
    severity: 'critical',
    labels: { severity: 'critical' },
    activeSince: ago(11 * MINUTE),
    source: 'prometheus:eu',
    ...overrides,
  };
}

export function sources(
  cluster: string,
  overrides: Partial<Record<SourceStatus['kind'], Partial<SourceStatus>>> = {},
): SourceStatus[] {
  const all: SourceStatus[] = [
    {
      id: `kubernetes:${cluster}`,
      kind: 'kubernetes',
      name: cluster,
      state: 'ok',
      lastSuccessAt: ago(18),
      lastAttemptAt: ago(18),
    },
    {
      id: 'prometheus:eu',
      kind: 'prometheus',
      name: 'eu',
      state: 'ok',
      lastSuccessAt: ago(24),
      lastAttemptAt: ago(24),
    },
    {
      id: 'alertmanager:eu',
      kind: 'alertmanager',
      name: 'eu',
      state: 'ok',
      lastSuccessAt: ago(24),
      lastAttemptAt: ago(24),
    },
    {
      id: 'catalog',
      kind: 'catalog',
      name: 'catalog',
      state: 'ok',
      lastSuccessAt: ago(41),
      lastAttemptAt: ago(41),
    },
  ];
  return all.map(source => ({ ...source, ...overrides[source.kind] }));
}

export { HOUR };
