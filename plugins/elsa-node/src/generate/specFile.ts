import {
  ELSA_ENVIRONMENT_API_VERSION,
  ELSA_ENVIRONMENT_KIND,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { toYaml } from '../files/yaml';

/**
 * The spec as it was stated, with the template version that its files come
 * from: generating again from this file gives the same bytes.
 */
export function specFile(input: object, templateVersion: string): string {
  const {
    apiVersion: _apiVersion,
    kind: _kind,
    templateVersion: _previous,
    ...rest
  } = input as Record<string, unknown>;
  return toYaml(
    {
      apiVersion: ELSA_ENVIRONMENT_API_VERSION,
      kind: ELSA_ENVIRONMENT_KIND,
      templateVersion,
      ...rest,
    },
    'What this environment is. Change it here and generate again:\nelsa-manifests generate <this file> --out <this repository>',
  );
}
