import type { RunbookKey } from '../runbook/keys';
import {
  COMPONENT_NAMES,
  type ComponentName,
  type HealthReason,
  type ObjectReference,
} from '../contract';
import { healthRank } from './order';
import { describe, type Finding } from './overlay';
import { kindOf, nameOf, namespaceOf, readString } from './read';

/** Longer messages are whole stack traces; a reader has the logs for those. */
const MESSAGE_LIMIT = 1000;

/** Without the server nothing runs, without the database nothing is kept. @public */
export const CRITICAL_COMPONENTS: readonly ComponentName[] = [
  'server',
  'database',
];

/** @public */
export function isCriticalComponent(component: ComponentName): boolean {
  return CRITICAL_COMPONENTS.includes(component);
}

/** @public */
export function objectReference(object: unknown): ObjectReference {
  const namespace = namespaceOf(object);
  return {
    apiVersion: readString(object, 'apiVersion') ?? '',
    kind: kindOf(object),
    ...(namespace === undefined ? {} : { namespace }),
    name: nameOf(object),
  };
}

/** At most 1,000 characters, never half a surrogate pair. */
function shorten(message: string): string {
  if (message.length <= MESSAGE_LIMIT) {
    return message;
  }
  return `${message
    .slice(0, MESSAGE_LIMIT - 1)
    .replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * What a container said at its end names the cause that Kubernetes cannot
 * know. First match wins.
 */
const CAUSES: ReadonlyArray<{ pattern: RegExp; runbook: RunbookKey }> = [
  {
    // PostgreSQL 53300, Npgsql's and SqlClient's words, MySQL 1040.
    pattern:
      /too many clients|too many connections|connection pool has been exhausted|53300|remaining connection slots|prior to obtaining a connection from the pool/i,
    runbook: 'pool-exhaustion',
  },
  {
    pattern:
      /__EFMigrationsHistory|migrat(e|ion)|42P07|42501|permission denied for (schema|database)/i,
    runbook: 'migration',
  },
  {
    pattern:
      /password authentication failed|28P01|28000|3D000|login failed for user|access denied for user|failed to connect to|NpgsqlException|SqlException|MySqlException|SSL connection requested|no pg_hba\.conf/i,
    runbook: 'database-connection',
  },
  {
    pattern:
      /name or service not known|temporary failure in name resolution|no such host|nodename nor servname/i,
    runbook: 'dns',
  },
  { pattern: /failed to acquire.*lock|lock acquisition/i, runbook: 'locks' },
];

function runbookFor(runbook: RunbookKey, detail: string | undefined) {
  if (runbook !== 'crash-loop' || detail === undefined) {
    return runbook;
  }
  return CAUSES.find(({ pattern }) => pattern.test(detail))?.runbook ?? runbook;
}

/** The reason that a finding about an object gives. */
export function toReason(
  { object, assessment }: Finding,
  component: ComponentName,
): HealthReason {
  const { detail } = assessment;
  return {
    code: assessment.code,
    health: assessment.status,
    component: assessment.component ?? component,
    message: `${describe(object)} ${assessment.text}.`,
    evidence: {
      object: objectReference(object),
      field: assessment.field,
      ...(assessment.container === undefined
        ? {}
        : { container: assessment.container }),
      ...(detail === undefined ? {} : { message: shorten(detail) }),
    },
    ...(assessment.since === undefined ? {} : { since: assessment.since }),
    runbook: runbookFor(assessment.runbook, detail),
  };
}

/**
 * Kinds whose trouble usually follows from that of the pods: an autoscaler
 * has no metrics of a pod that crashes.
 */
const FOLLOWING_KINDS = new Set([
  'HorizontalPodAutoscaler',
  'ScaledObject',
  'PodDisruptionBudget',
]);

/** Too old because runs fail, where they do. */
const FOLLOWING_CODES = new Set(['BackupLate']);

function isFollowing({ code, evidence }: HealthReason): boolean {
  return (
    FOLLOWING_CODES.has(code) ||
    FOLLOWING_KINDS.has(evidence?.object.kind ?? '')
  );
}

/** Names what everything else follows from, whatever it is found on. */
const ROOT_CAUSES = new Set(['NamespaceTerminating']);

/**
 * Worst first, critical components first, causes before what follows from
 * them; the same facts give the same order.
 */
export function sortReasons(reasons: readonly HealthReason[]): HealthReason[] {
  const order = (reason: HealthReason) => [
    -healthRank(reason.health),
    ROOT_CAUSES.has(reason.code) ? 0 : 1,
    isCriticalComponent(reason.component) ? 0 : 1,
    isFollowing(reason) ? 1 : 0,
    COMPONENT_NAMES.indexOf(reason.component),
  ];
  return [...reasons].sort((a, b) => {
    const left = order(a);
    const right = order(b);
    const index = left.findIndex(
      (value, position) => value !== right[position],
    );
    if (index >= 0) {
      return left[index] - right[index];
    }
    // Not localeCompare: the order must not depend on where this runs.
    const [first, second] = [a, b].map(({ message, code }) => message + code);
    if (first === second) return 0;
    return first < second ? -1 : 1;
  });
}
