/** People of the example organisation, by the button that signs them in. */
export const USERS = {
  guest: 'Sign in as Guest of Payments',
  olivia: 'Sign in as Olivia of Orders',
  pat: 'Sign in as Pat of Platform',
} as const;

export type User = keyof typeof USERS;
