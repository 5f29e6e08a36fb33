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
      'Owns orders-production. Sees other environments as the policy allows.',
  },
  {
    providerId: 'example-platform',
    name: 'Pat',
    team: 'Platform',
    description: 'Sees every environment, including unregistered ones.',
  },
] as const;

export type ExampleProviderId = (typeof exampleUsers)[number]['providerId'];
