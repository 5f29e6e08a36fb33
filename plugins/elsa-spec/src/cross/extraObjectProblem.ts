import { fieldsOf } from '@elsa-portal/backstage-plugin-elsa-common';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';
import {
  ALLOWED_EXTRA_KINDS,
  EVERYBODY,
  type ExtraObjectCheck,
  INTERNAL_SERVICE_FIELDS,
} from './exposureFacts';
import { exposingKeys, keyOwners } from './exposingKeys';

type ExtraObject = ResolvedEnvironmentSpec['extra']['objects'][number];

/** What extra objects are judged by. */
export type ExtraObjectContext = Pick<
  ResolvedEnvironmentSpec,
  'metadata' | 'exposure' | 'security'
>;

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : [];

/** Whether nothing was written there. */
const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.length === 0);

/** `apps/Deployment`, or `ConfigMap` for the core group. */
function groupKindOf({ apiVersion, kind }: ExtraObject): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

/** The pod's own object, or the template that a workload makes pods of. */
function podOf(object: ExtraObject): Record<string, unknown> {
  if (object.kind === 'Pod') return object;
  const spec = fieldsOf(object.spec);
  const owner =
    object.kind === 'CronJob'
      ? fieldsOf(fieldsOf(spec.jobTemplate).spec)
      : spec;
  return fieldsOf(owner.template);
}

/** Each the end of such a sentence, where the object is not what its kind has to be. */
const CHECKS: Record<
  ExtraObjectCheck,
  (object: ExtraObject, context: ExtraObjectContext) => string | undefined
> = {
  namesNoServer: (object, { metadata: { name } }) => {
    const [, found] =
      new RegExp(
        `(?:^|[^a-z0-9-])(${name}-(?:server|studio))(?:$|[^a-z0-9-])`,
      ).exec(JSON.stringify(object)) ?? [];
    return found && `names the Service ${found}`;
  },
  isInternalService: object => {
    const spec = fieldsOf(object.spec);
    const isInternal =
      ['ClusterIP', undefined].includes(spec.type as string | undefined) &&
      Object.keys(spec).every(key => INTERNAL_SERVICE_FIELDS.includes(key)) &&
      !/"nodePort":/.test(JSON.stringify(spec));
    return isInternal ? undefined : 'is not a Service of type ClusterIP alone';
  },
  onlyNarrows: object =>
    isEmpty(fieldsOf(object.spec).ingress)
      ? undefined
      : 'lets requests bypass the network policies',
  isOrdinaryPod: (object, context) => {
    const pod = podOf(object);
    const metadata = fieldsOf(pod.metadata);
    const text = JSON.stringify(pod);
    const { name } = context.metadata;
    if (/"hostNetwork":[^fn]|"hostPort":[^0n]/.test(text)) {
      return 'listens on its node (hostNetwork or hostPort)';
    }
    if (fieldsOf(metadata.labels)['app.kubernetes.io/instance'] === name) {
      return `has pods with the label app.kubernetes.io/instance: ${name}, which network policies allow`;
    }
    const [key] = exposingKeys(metadata, keyOwners(context));
    if (key !== undefined) return `has pods with ${key}`;
    return context.security.networkPolicy.enabled
      ? undefined
      : 'has pods that can reach the server, because there are no network policies';
  },
  bindsFew: object =>
    listOf(object.subjects).some(subject =>
      new RegExp(EVERYBODY).test(String(fieldsOf(subject).name)),
    )
      ? 'grants rights to everyone'
      : undefined,
  makesSecretsOnly: object =>
    isEmpty(fieldsOf(fieldsOf(object.spec).target).manifest)
      ? undefined
      : 'creates objects other than a Secret',
};

/**
 * Why an object is not allowed beside a server that accepts published
 * credentials, as the end of "It ..."; undefined if it is allowed. Errs on the
 * side of refusing.
 */
export function extraObjectProblem(
  object: ExtraObject,
  context: ExtraObjectContext,
): string | undefined {
  const kind = groupKindOf(object);
  const checks = Object.hasOwn(ALLOWED_EXTRA_KINDS, kind)
    ? ALLOWED_EXTRA_KINDS[kind]
    : undefined;
  if (!checks) return 'is of a kind that can route requests to the server';
  const [key] = exposingKeys(object.metadata, keyOwners(context));
  if (key !== undefined) return `has ${key}`;
  for (const check of checks) {
    const problem = CHECKS[check](object, context);
    if (problem) return problem;
  }
  return undefined;
}
