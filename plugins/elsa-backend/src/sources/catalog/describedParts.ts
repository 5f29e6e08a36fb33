import type { Entity } from '@backstage/catalog-model';
import { ELSA_PARTS_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  ENVIRONMENT_PARTS,
  type RequiredPart,
} from '@elsa-portal/backstage-plugin-elsa-common/health';

/**
 * The parts that an entity says there are in the cluster. Whatever is no part
 * that can be missed is left out; undefined where it says nothing.
 */
export function describedParts({
  metadata,
}: Entity): RequiredPart[] | undefined {
  const stated = metadata.annotations?.[ELSA_PARTS_ANNOTATION];
  if (typeof stated !== 'string' || !stated.trim()) {
    return undefined;
  }
  const names = new Set(stated.split(',').map(name => name.trim()));
  return ENVIRONMENT_PARTS.filter(part => names.has(part));
}
