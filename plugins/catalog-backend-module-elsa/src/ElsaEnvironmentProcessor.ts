import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { checkEnvironmentEntity } from './checkEnvironmentEntity';

/**
 * Reports environment entities that the collector could not place, where the
 * catalog shows processing errors: on the entity's page and in its log.
 */
export class ElsaEnvironmentProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'ElsaEnvironmentProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    const problems = checkEnvironmentEntity(entity);
    if (problems.length > 0) {
      const list = problems
        .map(
          ({ field, value, remedy }) => `${field} is ${show(value)}: ${remedy}`,
        )
        .join('; ');
      throw new InputError(
        `The Elsa environment ${stringifyEntityRef(entity)} cannot be matched to a cluster. ${list}.`,
      );
    }
    return entity;
  }
}

/** Enough to find it; an annotation may hold a quarter of a megabyte. */
function show(value: string | undefined): string {
  return value === undefined
    ? 'missing'
    : JSON.stringify(String(value).slice(0, 100));
}
