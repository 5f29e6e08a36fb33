import { HOUR, timestamp } from '../clock';
import type { Cluster } from '../kubernetes/cluster';
import { nameHash } from '../random';
import type { KubernetesEvent, KubernetesObject } from '../kubernetes/types';

export interface EventContent {
  type?: 'Normal' | 'Warning';
  reason: string;
  message: string;
  component: string;
  host?: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Such as `spec.containers{server}`. */
  fieldPath?: string;
}

/** Real API servers forget events after an hour. */
const EVENT_LIFETIME = HOUR;

export class EventRecorder {
  readonly #cluster: Cluster;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
  }

  /** Repetitions of an event are counted, as client-go's recorder does. */
  record(about: KubernetesObject, content: EventContent): void {
    const { at, reason, message, fieldPath } = content;
    const { store } = this.#cluster;
    const namespace = about.metadata.namespace ?? 'default';
    const key = nameHash(
      [about.metadata.uid, reason, message, fieldPath].join('|'),
      16,
    );
    const name = `${about.metadata.name}.${key}`;
    const known = store.get<KubernetesEvent>('v1', 'Event', namespace, name);
    store.put<KubernetesEvent>({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name, namespace },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name: about.metadata.name,
        namespace: about.metadata.namespace,
        uid: about.metadata.uid,
        resourceVersion: about.metadata.resourceVersion,
        ...(fieldPath && { fieldPath }),
      },
      reason,
      message,
      type: content.type ?? 'Normal',
      source: {
        component: content.component,
        ...(content.host && { host: content.host }),
      },
      reportingComponent: content.component,
      reportingInstance: content.host ?? '',
      firstTimestamp: known?.firstTimestamp ?? timestamp(at),
      lastTimestamp: timestamp(at),
      eventTime: null,
      count: (known?.count ?? 0) + 1,
    });
  }

  expire(now: number): void {
    const { store } = this.#cluster;
    store
      .list<KubernetesEvent>('v1', 'Event')
      .filter(event => Date.parse(event.lastTimestamp) < now - EVENT_LIFETIME)
      .forEach(event => store.delete(event));
  }
}
