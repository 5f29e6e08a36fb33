import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * The full form of an owner that somebody wrote by hand, such as
 * `group:default/payments` for `payments`. What is no reference stays as it is.
 */
export function normalizeOwner(owner: string): string {
  return normalize(owner, 'group');
}

/** The same for the entity of an environment. */
export function normalizeEntity(entity: string): string {
  return normalize(entity, 'component');
}

function normalize(reference: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(reference.trim(), {
        defaultKind,
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return reference;
  }
}
