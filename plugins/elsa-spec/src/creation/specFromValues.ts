import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { environmentSpecSchema } from '../sections/schema';
import {
  type Question,
  QUESTION_SECTIONS,
  readAnswer,
  writeAnswer,
} from './questions';
import { isAsked } from './questions/offer';

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
 * What a form holds about the repository. Copies of the template that were made
 * before the form had one field for it keep the parts beside the spec's fields.
 */
function repositoryOf(values: CreationValues): Record<string, unknown> {
  return isRecord(values.repository)
    ? values.repository
    : {
        kind: values.repositoryKind,
        repoUrl: values.repoUrl,
        remoteUrl: values.remoteUrl,
      };
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
  const { kind, repoUrl, remoteUrl } = repositoryOf(values);
  if (kind === 'git') {
    return typeof remoteUrl === 'string' && remoteUrl !== ''
      ? remoteUrl
      : undefined;
  }
  if (typeof repoUrl !== 'string') {
    return undefined;
  }
  const [host, query] = repoUrl.split('?');
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
 * Leaves out answers to questions that the form no longer asks after another
 * answer was changed. The form keeps them, and nobody sees them there.
 */
function dropUnasked(stated: Record<string, unknown>): {
  spec: Record<string, unknown>;
  ignored: string[];
} {
  const ignored: string[] = [];
  const spec = QUESTION_SECTIONS.flatMap<Question>(
    section => section.questions,
  ).reduce((asked, question) => {
    // By what is left so far: one answer less may be a question less.
    if (
      readAnswer(asked, question.path) === undefined ||
      isAsked(asked, question)
    ) {
      return asked;
    }
    ignored.push(question.path);
    return writeAnswer(asked, question.path, undefined);
  }, stated);
  return { spec, ignored };
}

/** Istio's gateway needs Istio's mesh, so choosing it answers both. */
function addImplied(spec: Record<string, unknown>): Record<string, unknown> {
  return readAnswer(spec, 'exposure.kind') === 'istio' &&
    readAnswer(spec, 'mesh.kind') === undefined
    ? writeAnswer(spec, 'mesh.kind', 'istio')
    : spec;
}

/**
 * The environment spec that a form describes, unchecked: give it to
 * `checkEnvironmentSpec` or `resolveEnvironment`.
 *
 * @public
 */
export function environmentSpecFromValues(
  values: CreationValues,
): Record<string, unknown> {
  return readCreationValues(values).spec;
}

/**
 * As `environmentSpecFromValues`, and which fields were left out because the
 * other answers leave them without meaning.
 *
 * @public
 */
export function readCreationValues(values: CreationValues): {
  spec: Record<string, unknown>;
  ignored: string[];
} {
  const stated = prune(
    Object.fromEntries(
      SPEC_FIELDS.filter(field => Object.hasOwn(values, field)).map(field => [
        field,
        values[field],
      ]),
    ),
  );
  const { spec, ignored } = dropUnasked(
    addImplied(isRecord(stated) ? stated : {}),
  );
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
    spec: {
      ...spec,
      ...(Object.keys(completed).length > 0 && { delivery: completed }),
    },
    ignored,
  };
}

function ciFromValues(values: CreationValues): string | undefined {
  const { kind } = repositoryOf(values);
  if (kind === 'git') {
    // No CI is known for a plain Git server.
    return 'none';
  }
  return kind === 'github' || kind === 'gitlab' ? kind : undefined;
}
