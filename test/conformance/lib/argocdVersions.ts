import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { KubernetesObject } from './kubernetesObject';

/** The last release of each minor version of Argo CD that generated files work with. */
export const ARGO_CD_VERSIONS = [
  'v3.0.23',
  'v3.1.16',
  'v3.2.12',
  'v3.3.14',
  'v3.4.7',
  'v3.5.1',
] as const;

type Kind = 'AppProject' | 'Application';

/**
 * Specs as Argo CD's own definitions have them, without descriptions and closed
 * as the API server's strict field validation closes them. Parts that nothing
 * here uses (several sources, the hydrator, plugins, plain directories) are
 * left out.
 */
const validators = new Map(
  ARGO_CD_VERSIONS.map(version => {
    const { AppProject, Application } = JSON.parse(
      readFileSync(join(__dirname, '..', 'argocd', `${version}.json`), 'utf8'),
    );
    const ajv = new Ajv({ strict: false, allErrors: true });
    return [
      version,
      {
        AppProject: ajv.compile(AppProject),
        Application: ajv.compile(Application),
      } satisfies Record<Kind, ValidateFunction>,
    ];
  }),
);

/** What each version of Argo CD would refuse in its own objects. */
export function argoCdProblems(argo: readonly KubernetesObject[]): string[] {
  return [...validators].flatMap(([version, byKind]) =>
    argo.flatMap(({ kind, spec }) => {
      const validate = byKind[kind as Kind];
      if (!validate) return [`${version}: ${kind} is no object of Argo CD`];
      return validate(spec)
        ? []
        : (validate.errors ?? []).map(
            ({ instancePath, message, params }) =>
              `${version}: ${kind} ${instancePath} ${message} ${JSON.stringify(params)}`,
          );
    }),
  );
}
