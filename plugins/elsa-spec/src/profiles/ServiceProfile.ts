/** Something that has to be in the cluster, and a command that fails where it is missing. @public */
export interface ClusterNeed {
  what: string;
  why: string;
  check: string;
}

/** An object that is named after the environment, and the longest name that it may have. @public */
export interface NamedObject {
  /** What is appended to the environment's name. */
  suffix: string;
  limit: number;
  /** What it is, as messages say. */
  what: string;
}

/**
 * A data service as one of its modes runs it. Everything that depends on the
 * mode is decided here and nowhere else.
 *
 * @public
 */
export interface ServiceProfile {
  /** Key of the form's text for this mode. */
  modeText:
    | 'databaseEmbedded'
    | 'databaseOperator'
    | 'rabbitmqOperator'
    | 'existingServer';
  /** Where it runs, as documents say behind its name. */
  where: string;
  /** The environment runs it, so that claims of the environment hold its data. */
  isOwn: boolean;
  /** The chart itself makes its StatefulSet. */
  isStatefulSet: boolean;
  /** Several pods of it form one service. */
  isReplicated: boolean;
  /** The operator's exporters are scraped by PodMonitors. */
  hasPodMonitor: boolean;
  /** Keys that its Secret must hold; none where an operator makes the Secret. */
  secretKeys: readonly string[];
  /** What is named after the environment and could get too long a name. */
  object?: NamedObject;
  /** Facts on which the chart's alerts depend, as its `elsa.alerts.facts` names them. */
  alertFacts: readonly string[];
  /** What the cluster must have, or reach, before it can be used. */
  need?: (server: { host?: string; port?: number }) => ClusterNeed;
}

/** Of a StatefulSet: its pods carry `<name>-<10 characters>` as a label, and its headless Service is called `<name>-hl`. */
const STATEFUL_SET_LIMIT = 49;

/** One official image, in a StatefulSet of the chart. */
export const embedded = (
  suffix: string,
  secretKeys: readonly string[],
): ServiceProfile => ({
  modeText: 'databaseEmbedded',
  where: 'in the namespace',
  isOwn: true,
  isStatefulSet: true,
  isReplicated: false,
  hasPodMonitor: false,
  secretKeys,
  object: { suffix, limit: STATEFUL_SET_LIMIT, what: 'the StatefulSet' },
  alertFacts: [],
});

/** A server that exists already. */
export const external = (secretKeys: readonly string[]): ServiceProfile => ({
  modeText: 'existingServer',
  where: 'outside of the environment',
  isOwn: false,
  isStatefulSet: false,
  isReplicated: false,
  hasPodMonitor: false,
  secretKeys,
  alertFacts: [],
});
