/**
 * The people of the example organisation that one can sign in as. The first
 * is Backstage's own guest.
 */
export const exampleUsers = [
  { providerId: 'guest', userEntityRef: 'user:default/guest' },
  { providerId: 'example-orders', userEntityRef: 'user:default/olivia' },
  { providerId: 'example-platform', userEntityRef: 'user:default/pat' },
] as const;
