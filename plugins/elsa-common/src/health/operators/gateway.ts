import {
  type Condition,
  readConditions,
  readList,
  readNumber,
  readText,
  readTime,
} from '../read';
import type { Assessment } from '../types';
import {
  type ConditionVerdict,
  hasLasted,
  judgeConditions,
  orElse,
  worstFirst,
} from './verdicts';
import type { OperatorRule } from './types';

const runbook = 'route';

/** Conditions that every object of the API has. */
const COMMON: readonly ConditionVerdict[] = [
  { type: 'Accepted', status: 'True' },
  {
    type: 'Accepted',
    status: 'False',
    reasons: ['Pending'],
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'has not been taken up by a controller',
    runbook,
  },
  {
    type: 'Accepted',
    status: 'False',
    health: 'Degraded',
    text: 'is not accepted',
    runbook,
  },
  {
    type: 'Accepted',
    status: 'Unknown',
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'has not been taken up by a controller',
    runbook,
  },
  { type: 'ResolvedRefs', status: 'True' },
  {
    type: 'ResolvedRefs',
    status: 'False',
    health: 'Degraded',
    text: 'has references that cannot be resolved',
    runbook,
  },
  { type: 'ResolvedRefs', status: 'Unknown' },
];

const PROGRAMMED: readonly ConditionVerdict[] = [
  { type: 'Programmed', status: 'True' },
  {
    type: 'Programmed',
    status: 'False',
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'is not programmed',
    runbook,
  },
  {
    type: 'Programmed',
    status: 'Unknown',
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'is not programmed',
    runbook,
  },
  // Of the extended features; `Programmed` says whether it works.
  { type: 'Ready', status: 'True' },
  { type: 'Ready', status: 'False' },
  { type: 'Ready', status: 'Unknown' },
];

function remark(type: string, text: string): ConditionVerdict[] {
  return [
    { type, status: 'True', health: 'Healthy', text, runbook },
    { type, status: 'False' },
    { type, status: 'Unknown' },
  ];
}

/** Reasons: fixtures/upstream/gateway-api.json */
export const GATEWAY_VERDICTS: readonly ConditionVerdict[] = [
  ...COMMON,
  ...PROGRAMMED,
  {
    type: 'Accepted',
    status: 'False',
    reasons: ['NotReconciled'],
    health: 'Progressing',
    lasting: 'Degraded',
    text: 'has not been taken up by a controller',
    runbook,
  },
  // The name that Accepted had before v1.
  { type: 'Scheduled', status: 'True' },
  { type: 'Scheduled', status: 'False' },
  { type: 'Scheduled', status: 'Unknown' },
  ...remark(
    'InsecureFrontendValidationMode',
    'lets clients in whose certificates it cannot check',
  ),
];

/** Reasons: fixtures/upstream/gateway-api.json */
export const LISTENER_VERDICTS: readonly ConditionVerdict[] = [
  ...COMMON,
  ...PROGRAMMED,
  {
    type: 'Conflicted',
    status: 'True',
    health: 'Degraded',
    text: 'conflicts with another listener',
    runbook,
  },
  { type: 'Conflicted', status: 'False' },
  { type: 'Conflicted', status: 'Unknown' },
  // The name that Accepted had before v1, the other way round.
  { type: 'Detached', status: 'True' },
  { type: 'Detached', status: 'False' },
  { type: 'Detached', status: 'Unknown' },
  ...remark(
    'OverlappingTLSConfig',
    'has a certificate that covers hosts of another listener',
  ),
];

/** Reasons: fixtures/upstream/gateway-api.json */
export const ROUTE_VERDICTS: readonly ConditionVerdict[] = [
  ...COMMON,
  ...remark('PartiallyInvalid', 'has rules that are left out'),
];

function inPlace(said: readonly Assessment[], place: string): Assessment[] {
  return said.map(assessment => ({
    ...assessment,
    text: `${assessment.text} (${place})`,
  }));
}

/** A Gateway with its listeners. */
export const gatewayVerdict: OperatorRule = ({ object, now, argo }) => {
  const listeners = readList(object, 'status', 'listeners').flatMap(
    (listener, index) =>
      inPlace(
        judgeConditions(
          readConditions(
            listener,
            ['conditions'],
            `status.listeners[${index}].conditions`,
          ),
          LISTENER_VERDICTS,
          now,
        ),
        `listener ${readText(listener, 'name') ?? index}`,
      ),
  );
  const own = judgeConditions(readConditions(object), GATEWAY_VERDICTS, now);
  return orElse(worstFirst([...own, ...listeners]), patient(object, now, argo));
};

/** Conditions of an older generation say nothing of the route as it is now. */
function isCurrent(condition: Condition, generation: number | undefined) {
  return (
    generation === undefined ||
    condition.observedGeneration === undefined ||
    condition.observedGeneration >= generation
  );
}

/** Nobody looks at it: no controller serves its class or its gateway. */
function patient(object: unknown, now: number, argo: Assessment): Assessment {
  const since = readTime(object, 'metadata', 'creationTimestamp');
  return argo.code === 'NoStatus' &&
    readNumber(object, 'metadata', 'generation') === 1 &&
    since !== undefined &&
    hasLasted(since, now)
    ? { ...argo, status: 'Degraded', since }
    : argo;
}

/** An HTTPRoute, at each of its gateways. */
export const httpRouteVerdict: OperatorRule = ({ object, now, argo }) => {
  const generation = readNumber(object, 'metadata', 'generation');
  const said = readList(object, 'status', 'parents').flatMap((parent, index) =>
    inPlace(
      judgeConditions(
        readConditions(
          parent,
          ['conditions'],
          `status.parents[${index}].conditions`,
        ).filter(condition => isCurrent(condition, generation)),
        ROUTE_VERDICTS,
        now,
      ),
      `gateway ${readText(parent, 'parentRef', 'name') ?? index}`,
    ),
  );
  return orElse(worstFirst(said), patient(object, now, argo));
};
