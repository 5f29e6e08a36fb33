import type { Scenario } from './types';

const API = {
  apiVersion: 'elsa-portal.io/v1alpha1',
  kind: 'ElsaEnvironment',
};

/** An image that a team built itself, so that its server can be clustered. */
const hostImage = (team: string, tag: string) => ({
  profile: 'clustered',
  server: { repository: `registry.example.com/${team}/elsa-host`, tag },
});

const SCRAPED = { metricProfile: 'prometheus-net' };

const billingStaging = (tag: string, memory: string) => ({
  ...API,
  metadata: { name: 'billing-staging', title: 'Billing staging' },
  owner: 'group:default/billing',
  preset: 'staging',
  target: { cluster: 'staging-eu', namespace: 'billing-staging' },
  host: hostImage('billing', tag),
  server: { resources: { requests: { memory }, limits: { memory } } },
  exposure: {
    kind: 'gateway',
    hosts: {
      server: 'elsa-api.billing-staging.example.com',
      studio: 'elsa.billing-staging.example.com',
    },
  },
  monitoring: SCRAPED,
});

/** The environments that are there from the start. */
export const SCENARIOS: Scenario[] = [
  {
    name: 'payments-production',
    about: 'healthy, with a month of history',
    cluster: 'production-eu',
    repositoryOwner: 'payments',
    errorRatio: 0.0002,
    events: [],
    spec: {
      ...API,
      metadata: {
        name: 'payments-production',
        title: 'Payments production',
        description: 'Approvals and refunds of the payments team',
      },
      owner: 'group:default/payments',
      preset: 'production',
      target: { cluster: 'production-eu', namespace: 'payments-elsa' },
      host: hostImage('payments', '2.4.1'),
      exposure: {
        kind: 'gateway',
        hosts: {
          server: 'elsa-api.payments.example.com',
          studio: 'elsa.payments.example.com',
        },
      },
      monitoring: SCRAPED,
    },
  },
  {
    name: 'payments-staging',
    about: 'crash loop after a wrong database password, burning its SLO',
    cluster: 'staging-eu',
    repositoryOwner: 'payments',
    errorRatio: 0.002,
    events: [{ hoursAgo: 0.75, kind: 'break', breakage: 'database' }],
    spec: {
      ...API,
      metadata: { name: 'payments-staging', title: 'Payments staging' },
      owner: 'group:default/payments',
      // Stated, because the repository of payments-production describes it.
      system: 'system:default/payments',
      preset: 'staging',
      target: { cluster: 'staging-eu', namespace: 'payments-staging' },
      exposure: {
        kind: 'ingress-traefik',
        hosts: {
          server: 'elsa-api.payments-staging.example.com',
          studio: 'elsa.payments-staging.example.com',
        },
      },
      monitoring: { metricProfile: 'traefik' },
    },
  },
  {
    name: 'orders-production',
    about: 'at the limit of its autoscaler',
    cluster: 'production-eu',
    repositoryOwner: 'orders',
    errorRatio: 0.0006,
    events: [{ hoursAgo: 5, kind: 'load', factor: 5 }],
    spec: {
      ...API,
      metadata: { name: 'orders-production', title: 'Orders production' },
      owner: 'group:default/orders',
      preset: 'production',
      target: { cluster: 'production-eu', namespace: 'orders-elsa' },
      host: hostImage('orders', '1.18.0'),
      server: {
        autoscaling: { enabled: true, minReplicas: 3, maxReplicas: 6 },
      },
      exposure: {
        kind: 'gateway',
        hosts: {
          server: 'elsa-api.orders.example.com',
          studio: 'elsa.orders.example.com',
        },
      },
      monitoring: SCRAPED,
    },
  },
  {
    name: 'billing-staging',
    about: 'out of sync, and its owner no longer exists',
    cluster: 'staging-eu',
    repositoryOwner: 'billing',
    errorRatio: 0.0004,
    spec: billingStaging('0.9.0', '512Mi'),
    events: [
      { hoursAgo: 30, kind: 'pause-sync' },
      {
        hoursAgo: 26,
        kind: 'commit',
        spec: billingStaging('0.9.1', '768Mi'),
        message: 'Raise the memory and take release 0.9.1',
      },
    ],
  },
  {
    name: 'partners-staging',
    about: 'healthy, with a version that is open to anyone',
    cluster: 'staging-eu',
    repositoryOwner: 'partners',
    errorRatio: 0.0003,
    events: [],
    spec: {
      ...API,
      metadata: { name: 'partners-staging', title: 'Partners staging' },
      owner: 'group:default/orders',
      // Stated, because the repository of orders-production describes it.
      system: 'system:default/orders',
      preset: 'staging',
      target: { cluster: 'staging-eu', namespace: 'partners-staging' },
      host: { profile: 'official', server: { tag: '3.6.1' } },
      exposure: {
        kind: 'ingress-nginx',
        hosts: {
          server: 'elsa-api.partners-staging.example.com',
          studio: 'elsa.partners-staging.example.com',
        },
        allowedSources: ['10.20.0.0/16'],
      },
      security: { acknowledge: ['public-credentials-3.6'] },
      monitoring: { metricProfile: 'ingress-nginx' },
    },
  },
  {
    name: 'legacy-workflows',
    about: 'running, but not in the catalog',
    cluster: 'production-eu',
    repositoryOwner: 'legacy',
    isOrphan: true,
    errorRatio: 0.0005,
    events: [],
    spec: {
      ...API,
      metadata: { name: 'legacy-workflows', title: 'Legacy workflows' },
      owner: 'group:default/platform',
      preset: 'development',
      target: { cluster: 'production-eu', namespace: 'legacy-workflows' },
      host: {
        profile: 'legacy-v3-5',
        server: { digest: `sha256:${'5a'.repeat(32)}` },
        studio: { digest: `sha256:${'5b'.repeat(32)}` },
      },
      exposure: {
        kind: 'ingress-nginx',
        hosts: {
          server: 'elsa-api.legacy.example.com',
          studio: 'elsa.legacy.example.com',
        },
        allowedSources: ['10.20.0.0/16'],
      },
      security: { acknowledge: ['public-credentials-3.5'] },
    },
  },
];
