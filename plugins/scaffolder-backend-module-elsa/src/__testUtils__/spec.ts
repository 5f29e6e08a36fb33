/** Spec of a few lines, as a user would write it. */
export const productionSpec = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { kind: 'gateway', host: 'elsa.example.com' },
  delivery: {
    repository: { url: 'https://git.example.com/payments/deployment.git' },
  },
};
