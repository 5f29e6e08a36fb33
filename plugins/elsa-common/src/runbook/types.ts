import type { RunbookKey } from './keys';

/** Databases whose tools differ. @public */
export const RUNBOOK_DATABASES = [
  'postgresql',
  'cloudnative-pg',
  'sqlserver',
  'mysql',
  'external',
] as const;
/** @public */
export type RunbookDatabase = (typeof RUNBOOK_DATABASES)[number];

/** What an environment uses, where an entry has steps for it alone. @public */
export const RUNBOOK_FACTS = [
  'cert-manager',
  'external-secrets',
  'sealed-secrets',
  'redis-locks',
  'postgresql-locks',
  'embedded-database',
  'embedded-redis',
  'embedded-rabbitmq',
] as const;
/** @public */
export type RunbookFact = (typeof RUNBOOK_FACTS)[number];

/**
 * Real names that commands are filled with. What is not known is derived from
 * the environment's name, as the chart names it, or left for the reader as
 * `<pod>`.
 *
 * @public
 */
export interface RunbookContext {
  environment: string;
  namespace: string;
  /** Kind and name of the object that the reason is about. */
  kind?: string;
  name?: string;
  /** Namespace of that object, when it is another. */
  objectNamespace?: string;
  pod?: string;
  container?: string;
  /** Name of the server's Deployment and Service. */
  server?: string;
  studio?: string;
  /** Name of the database's StatefulSet or Cluster. */
  database?: string;
  databaseKind?: RunbookDatabase;
  redis?: string;
  rabbitmq?: string;
  autoscaler?: string;
  claim?: string;
  certificate?: string;
  /** Public host of the server. */
  host?: string;
  application?: string;
  applicationNamespace?: string;
  slo?: string;
  /** Resource types of its routes, as `kubectl get` takes them. */
  routeKinds?: string;
  /** Resource types of the classes that serve its routes. */
  classKinds?: string;
  /** What it uses; steps for anything else are left out. Unknown: all steps stay. */
  facts?: readonly RunbookFact[];
  /** What it is known not to use, where not all is known: steps for these alone are left out. */
  unused?: readonly RunbookFact[];
}

/**
 * One step before names are filled in. Words of a command hold placeholders
 * such as `{namespace}`; each word is quoted after it has been filled.
 */
export interface RunbookStepTemplate {
  text: string;
  command?: readonly string[];
  /** Only for these databases. */
  databases?: readonly RunbookDatabase[];
  /** Only where one of these is used. */
  facts?: readonly RunbookFact[];
}

export interface RunbookTemplate {
  id: RunbookKey;
  title: string;
  /** What the observed fact means, in a sentence or two. */
  meaning: string;
  steps: readonly RunbookStepTemplate[];
}

/** @public */
export interface RunbookStep {
  text: string;
  /** Ready to be pasted into a POSIX shell. Never contains a secret. */
  command?: string;
}

/** @public */
export interface RunbookEntry {
  id: RunbookKey;
  title: string;
  meaning: string;
  steps: RunbookStep[];
}
