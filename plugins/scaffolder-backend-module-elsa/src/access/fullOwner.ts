import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * Full entity reference of an owner, as the catalog understands short ones.
 *
 * @throws InputError when it is no reference
 */
export function fullOwner(owner: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(owner, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    throw new InputError(
      `Owner '${owner}' is no reference to an entity. Give one such as group:default/payments`,
    );
  }
}
