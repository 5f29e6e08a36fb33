import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { internal } from '@backstage/backend-openapi-utils';
import { parse } from 'yaml';

/**
 * The description of the API, the only hand-written one: requests are checked
 * against it, and the types of elsa-common are generated from it.
 */
export function loadOpenApi(): internal.RequiredDoc {
  const file = resolvePackagePath(
    '@elsa-portal/backstage-plugin-elsa-backend',
    'schema',
    'openapi.yaml',
  );
  return parse(readFileSync(file, 'utf8'));
}
