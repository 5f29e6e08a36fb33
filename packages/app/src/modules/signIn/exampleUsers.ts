/** Providers of `packages/backend/src/auth/exampleUsers.ts`, as people see them. */
export const exampleUsers = [
  {
    providerId: 'guest',
    name: 'Guest',
    team: 'Payments',
    description: 'Owns payments-production and payments-staging.',
  },
  {
    providerId: 'example-orders',
    name: 'Olivia',
    team: 'Orders',
    description:
      'Owns orders-production; sees what the policy shows of others.',
  },
  {
    providerId: 'example-platform',
    name: 'Pat',
    team: 'Platform',
    description: 'Sees every environment, also those that nobody registered.',
  },
] as const;

export type ExampleProviderId = (typeof exampleUsers)[number]['providerId'];
