import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { type HealthReason } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  evaluateEnvironment,
  type EnvironmentEvaluation,
} from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { Environment } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { ObjectsInput } from './parseObjects';
import { requiredParts } from './requiredParts';

const INSTANCE_LABEL = 'app.kubernetes.io/instance';

/** What is to be judged. */
export interface Question extends ObjectsInput {
  /** Milliseconds since 1970. */
  now: number;
  /** Without it nothing is missing, as nobody said what should be there. */
  expected?: Environment;
  /** Kinds that could not be read, and why. */
  unread?: ReadonlyArray<{ kind: string; message: string }>;
}

/** What the tab would say of the same objects. */
export interface Verdict {
  status: EnvironmentEvaluation['health']['status'];
  /** Those with health `Healthy` are remarks, which change nothing. */
  reasons: HealthReason[];
  environment: string;
  namespace: string;
  evaluation: EnvironmentEvaluation;
}

/** Judges any list of objects with the rules of the tab. */
export function judgeObjects(question: Question): Verdict {
  const { objects, now, expected } = question;
  const spec = expected?.spec;
  const environment = spec?.metadata.name ?? instanceOf(objects) ?? 'the input';
  const evaluation = evaluateEnvironment({
    name: environment,
    objects,
    now,
    required: expected ? requiredParts(expected) : [],
  });
  const { status, reasons } = evaluation.health;
  const unknown = unknownReasons(question);
  const isKnownBad = status === 'Degraded' || status === 'Missing';
  return {
    status: unknown.length > 0 && !isKnownBad ? 'Unknown' : status,
    reasons: isKnownBad ? [...reasons, ...unknown] : [...unknown, ...reasons],
    environment,
    namespace: spec?.target.namespace ?? namespaceOf(objects) ?? 'default',
    evaluation,
  };
}

/** Half of the objects is no all-clear. */
function unknownReasons({ unreadable, unread }: Question): HealthReason[] {
  const reason = (code: string, message: string): HealthReason => ({
    code,
    health: 'Unknown',
    component: 'other',
    message,
    runbook: 'source-unavailable',
  });
  return [
    ...(unreadable > 0
      ? [
          reason(
            'InvalidObject',
            `${unreadable} entries are no Kubernetes objects.`,
          ),
        ]
      : []),
    ...(unread ?? []).map(({ kind, message }) =>
      reason('NotRead', `${kind} could not be read: ${message}.`),
    ),
  ];
}

/** The environment that all objects belong to which say so. */
function instanceOf(
  objects: readonly Record<string, unknown>[],
): string | undefined {
  const names = objects.flatMap(({ metadata }) => {
    const labels = isRecord(metadata) ? metadata.labels : undefined;
    const name = isRecord(labels) ? labels[INSTANCE_LABEL] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
  return new Set(names).size === 1 ? names[0] : undefined;
}

function namespaceOf(
  objects: readonly Record<string, unknown>[],
): string | undefined {
  return objects
    .map(({ metadata }) =>
      isRecord(metadata) ? metadata.namespace : undefined,
    )
    .find(namespace => typeof namespace === 'string') as string | undefined;
}
