import type { ArgoCdStatus } from '../../contract';
import { isRecord } from '../../isRecord';
import {
  groupKindOf,
  nameOf,
  namespaceOf,
  read,
  readList,
  readText,
  readTime,
} from '../read';

/** What Argo CD says of its Application: shown beside our health, never merged. @public */
export function summarizeApplication(object: unknown): ArgoCdStatus {
  const namespace = namespaceOf(object);
  const health = readText(object, 'status', 'health', 'status');
  const healthMessage = readText(object, 'status', 'health', 'message');
  const sync = readText(object, 'status', 'sync', 'status');
  const revision =
    readText(object, 'status', 'sync', 'revision') ??
    readText(object, 'status', 'sync', 'revisions', 0);
  return {
    application: nameOf(object),
    ...(namespace ? { namespace } : {}),
    ...(health
      ? {
          health: {
            status: health,
            ...(healthMessage ? { message: healthMessage } : {}),
          },
        }
      : {}),
    ...(sync
      ? { sync: { status: sync, ...(revision ? { revision } : {}) } }
      : {}),
    ...operationOf(object),
    conditions: readList(object, 'status', 'conditions').flatMap(condition => {
      const type = readText(condition, 'type');
      return type
        ? [{ type, message: readText(condition, 'message') ?? '' }]
        : [];
    }),
    outOfSync: readList(object, 'status', 'resources').flatMap(resource => {
      const kind = readText(resource, 'kind');
      const name = readText(resource, 'name');
      if (readText(resource, 'status') !== 'OutOfSync' || !kind || !name) {
        return [];
      }
      const group = readText(resource, 'group');
      const version = readText(resource, 'version') ?? 'v1';
      const resourceNamespace = readText(resource, 'namespace');
      return [
        {
          apiVersion: group ? `${group}/${version}` : version,
          kind,
          ...(resourceNamespace ? { namespace: resourceNamespace } : {}),
          name,
        },
      ];
    }),
  };
}

function operationOf(object: unknown): Pick<ArgoCdStatus, 'operation'> {
  const state = read(object, 'status', 'operationState');
  const phase = readText(state, 'phase');
  if (!isRecord(state) || !phase) {
    return {};
  }
  const message = readText(state, 'message');
  const startedAt = readTime(state, 'startedAt');
  const finishedAt = readTime(state, 'finishedAt');
  return {
    operation: {
      phase,
      ...(message ? { message } : {}),
      ...(startedAt ? { startedAt } : {}),
      ...(finishedAt ? { finishedAt } : {}),
    },
  };
}

/** The Application that delivers an environment: the one of its name, else the first. */
export function findApplication(
  objects: readonly unknown[],
  environment: string,
): unknown {
  const applications = objects
    .filter(object => groupKindOf(object) === 'argoproj.io/Application')
    .sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return (
    applications.find(object => nameOf(object) === environment) ??
    applications[0]
  );
}
