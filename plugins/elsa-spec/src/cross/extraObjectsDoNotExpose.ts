import type { Rule } from '../environment/Rule';
import { routeOf } from './extraRoutes';
import { credentialsOf, SAFE } from './publicCredentials';

/** The limits of sources do not hold on routes that this template did not write. */
export const extraObjectsDoNotExpose: Rule<'metadata' | 'host' | 'extra'> = (
  spec,
  profile,
) => {
  const found = credentialsOf(spec, profile);
  if (found.verdict !== 'public') return [];
  return spec.extra.objects.map((object, index) => {
    const route = routeOf(object, `${spec.metadata.name}-server`);
    return (
      route !== undefined && {
        path: `extra.objects[${index}]`,
        value: `${object.kind} ${object.metadata.name}`,
        message: `It ${route}, and Elsa ${found.version} lets anybody in as an administrator.`,
        remedy: `Remove it, or use an image of Elsa 3.9.0 (${SAFE}).`,
      }
    );
  });
};
