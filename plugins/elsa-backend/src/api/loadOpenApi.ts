import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';

/** The hand-written description of the API: what it says is what is checked. */
export function loadOpenApi(): object {
  const file = resolvePackagePath(
    '@elsa-portal/backstage-plugin-elsa-backend',
    'schema',
    'openapi.yaml',
  );
  return parse(readFileSync(file, 'utf8'));
}
