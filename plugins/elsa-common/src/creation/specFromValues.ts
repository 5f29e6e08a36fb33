import { environmentSpecSchema } from '../environment';

const SPEC_FIELDS = Object.keys(environmentSpecSchema.shape);

/** Kinds of Git hosting that the form offers. @public */
export const REPOSITORY_KINDS = ['github', 'gitlab', 'git'] as const;
/** @public */
export type RepositoryKind = (typeof REPOSITORY_KINDS)[number];

/**
 * Values of the form "Create Elsa environment": the spec's own fields beside
 * what is asked about the repository. Nothing in it has been checked.
 *
 * @public
 */
export type CreationValues = Record<string, unknown>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Forms leave empty texts and empty objects behind for what nobody filled in. */
function prune(value: unknown): unknown {
  if (value === '' || value === null) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.map(prune).filter(item => item !== undefined);
  }
  if (!isRecord(value)) {
    return value;
  }
  const entries = Object.entries(value)
    .map(([key, child]) => [key, prune(child)] as const)
    .filter(([, child]) => child !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/**
 * Address of the repository that a form names, by the repository picker's
 * `github.com?owner=payments&repo=deployment` or as a plain address.
 *
 * @returns the address, or undefined while none is complete
 * @public
 */
export function repositoryUrlFromValues(
  values: CreationValues,
): string | undefined {
  if (values.repositoryKind === 'git') {
    return typeof values.remoteUrl === 'string' && values.remoteUrl !== ''
      ? values.remoteUrl
      : undefined;
  }
  if (typeof values.repoUrl !== 'string') {
    return undefined;
  }
  const [host, query] = values.repoUrl.split('?');
  const parameters = new URLSearchParams(query);
  const owner = parameters.get('owner');
  const repo = parameters.get('repo');
  if (!host || !owner || !repo) {
    return undefined;
  }
  // Groups of GitLab may be nested, so the owner keeps its slashes.
  const path = [...owner.split('/'), repo].map(encodeURIComponent).join('/');
  return `https://${host}/${path}`;
}

/**
 * Answers to questions that the form no longer asks after another answer was
 * changed. The form keeps them, and nobody sees them there.
 */
const HIDDEN_ANSWERS: Array<{
  path: [string, string?];
  isHidden: (spec: Record<string, unknown>) => boolean;
}> = [
  { path: ['redis'], isHidden: spec => !isClustered(spec) },
  { path: ['rabbitmq'], isHidden: spec => !isClustered(spec) },
  {
    path: ['database', 'mode'],
    isHidden: spec => readField(spec, 'database', 'provider') === 'sqlite',
  },
  {
    path: ['database', 'external'],
    isHidden: spec => readField(spec, 'database', 'mode') !== 'external',
  },
  {
    path: ['exposure', 'alb'],
    isHidden: spec => readField(spec, 'exposure', 'kind') !== 'alb',
  },
];

function readField(
  spec: Record<string, unknown>,
  section: string,
  field: string,
): unknown {
  const value = spec[section];
  return isRecord(value) ? value[field] : undefined;
}

function isClustered(spec: Record<string, unknown>): boolean {
  return readField(spec, 'host', 'profile') === 'clustered';
}

function dropHiddenAnswers(
  stated: Record<string, unknown>,
): Record<string, unknown> {
  const spec = { ...stated };
  for (const { path, isHidden } of HIDDEN_ANSWERS) {
    const [section, field] = path;
    const value = spec[section];
    // By what is left so far: hiding one answer may hide the next one.
    if (isHidden(spec)) {
      if (field === undefined) {
        delete spec[section];
      } else if (isRecord(value)) {
        const { [field]: _hidden, ...rest } = value;
        spec[section] = rest;
      }
    }
  }
  return spec;
}

/**
 * The environment spec that a form describes, unchecked: give it to
 * `checkEnvironmentSpec` or `resolveEnvironmentSpec`.
 *
 * @public
 */
export function environmentSpecFromValues(
  values: CreationValues,
): Record<string, unknown> {
  const stated = prune(
    Object.fromEntries(
      SPEC_FIELDS.filter(field => Object.hasOwn(values, field)).map(field => [
        field,
        values[field],
      ]),
    ),
  );
  const spec = isRecord(stated) ? dropHiddenAnswers(stated) : {};
  const delivery = isRecord(spec.delivery) ? spec.delivery : {};
  const repository = isRecord(delivery.repository) ? delivery.repository : {};
  const url = repository.url ?? repositoryUrlFromValues(values);
  const ci = delivery.ci ?? ciFromValues(values);
  const completed = {
    ...delivery,
    ...(url !== undefined && { repository: { ...repository, url } }),
    ...(ci !== undefined && { ci }),
  };
  return {
    ...spec,
    ...(Object.keys(completed).length > 0 && { delivery: completed }),
  };
}

function ciFromValues(values: CreationValues): string | undefined {
  const { repositoryKind } = values;
  if (repositoryKind === 'git') {
    // No CI is known for a plain Git server.
    return 'none';
  }
  return repositoryKind === 'github' || repositoryKind === 'gitlab'
    ? repositoryKind
    : undefined;
}
