import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The full form of an owner that somebody wrote by hand, such as
 * `group:default/payments` for `payments`. What is no reference stays as it is.
 */
export function normalizeOwner(owner: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return owner;
  }
}
