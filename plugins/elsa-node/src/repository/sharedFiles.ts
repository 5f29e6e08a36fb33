import { InputError } from '@backstage/errors';
import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { documentFiles } from '../docs/documentFiles';
import { catalogEntities } from '../catalog';
import { ciFiles } from '../deployment/ci';
import type {
  Environment,
  EnvironmentTemplate,
  GeneratedFile,
  GenerateOptions,
} from '../files/types';
import { readSpecText } from '../files/readYaml';
import { mergeCatalogFile } from '../catalog/catalogFile';
import { RepositoryConflictError } from './conflict';
import { seal, sealState } from './seal';

/**
 * Files that all environments of a repository share: catalog, documents, CI.
 * Documents are written for all environments together. One that was changed by
 * hand is never replaced silently.
 */
export function sharedFiles(
  environment: Environment,
  version: string,
  { template, existing = [], force }: GenerateOptions,
): GeneratedFile[] {
  const { name } = environment.spec.metadata;
  const others = otherEnvironments(name, existing);
  const now = documents([...others, environment], template);
  const before = others.length > 0 ? documents(others, template) : [];
  const current = new Map(existing.map(file => [file.path, file.content]));
  const changedByHand = now.filter(({ path, content }) => {
    const found = current.get(path);
    const previous = before.find(file => file.path === path);
    return (
      found !== undefined &&
      found !== content &&
      found !== previous?.content &&
      sealState(found) !== 'untouched'
    );
  });
  if (changedByHand.length > 0 && !force) {
    throw new RepositoryConflictError({
      conflict: 'own-documents',
      environment: name,
      message: `The repository has its own ${changedByHand
        .map(({ path }) => path)
        .join(', ')}, which would be replaced`,
    });
  }
  return [
    ...now,
    {
      path: 'catalog-info.yaml',
      content: mergeCatalogFile(
        current.get('catalog-info.yaml'),
        catalogEntities(environment, version),
        name,
      ),
    },
  ];
}

function documents(
  environments: Environment[],
  template: EnvironmentTemplate,
): GeneratedFile[] {
  const ordered = [...environments].sort((a, b) =>
    a.spec.metadata.name < b.spec.metadata.name ? -1 : 1,
  );
  // The first environment's choice of CI counts: a repository has one host.
  return [
    ...documentFiles(ordered, template),
    ...ciFiles(environments[0].spec),
  ].map(seal);
}

/** Environments that the repository holds already, without the one that is generated. */
function otherEnvironments(
  name: string,
  existing: GeneratedFile[],
): Environment[] {
  return existing
    .filter(({ path }) => /^\.elsa\/[^/]+\.yaml$/.test(path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(file => {
      const other = checkEnvironmentSpec(
        readSpecText(file.content, `${file.path} of the repository`),
      );
      if (!other.environment) {
        throw new InputError(
          `${file.path} of the repository is not a valid spec (${other.issues[0].path}: ${other.issues[0].message}); correct it first`,
        );
      }
      return other.environment.spec.metadata.name === name
        ? []
        : [other.environment];
    });
}
