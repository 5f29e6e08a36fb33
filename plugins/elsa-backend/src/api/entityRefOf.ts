import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ElsaParameters } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** The entity that the path names. */
export function entityRefOf({
  params: { kind, namespace, name },
}: {
  params: ElsaParameters<'GetEnvironment'>['path'];
}): string {
  return stringifyEntityRef({ kind, namespace, name });
}
