import { z } from 'zod';
import { environmentSpecSchema } from '../sections/schema';

/**
 * JSON schema (draft 2020-12) of what users write, for editors and forms. It
 * is weaker than `resolveEnvironment`, which also knows Kubernetes' rules
 * and what fits together.
 *
 * @public
 */
export function environmentSpecJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(environmentSpecSchema, { io: 'input' }),
    $id: 'https://elsa-portal.io/schemas/environment-v1alpha1.json',
    title: 'Elsa environment',
  };
}
