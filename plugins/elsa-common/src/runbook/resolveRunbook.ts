import { databaseEntries } from './entries/database';
import { networkEntries } from './entries/network';
import { performanceEntries } from './entries/performance';
import { platformEntries } from './entries/platform';
import { podEntries } from './entries/pods';
import type { RunbookKey } from './keys';
import { quoteShell } from './shell';
import type { RunbookContext, RunbookEntry, RunbookTemplate } from './types';

const ENTRIES: ReadonlyMap<string, RunbookTemplate> = new Map(
  [
    ...podEntries,
    ...databaseEntries,
    ...networkEntries,
    ...performanceEntries,
    ...platformEntries,
  ].map(entry => [entry.id, entry]),
);

/** Names as the chart gives them, where the caller knows no better. */
function namesOf(context: RunbookContext): Record<string, string | undefined> {
  const { environment, databaseKind } = context;
  const suffix =
    databaseKind === 'sqlserver' || databaseKind === 'mysql'
      ? databaseKind
      : 'postgresql';
  const isKind = (kind: string) =>
    context.kind === kind ? context.name : undefined;
  const database = context.database ?? `${environment}-${suffix}`;
  const claim = context.claim ?? isKind('PersistentVolumeClaim');
  return {
    environment,
    namespace: context.namespace,
    objectNamespace: context.objectNamespace ?? context.namespace,
    kind: context.kind?.toLowerCase(),
    name: context.name,
    pod: context.pod ?? isKind('Pod'),
    container: context.container ?? 'server',
    server: context.server ?? `${environment}-server`,
    studio: context.studio ?? `${environment}-studio`,
    database,
    // The chart names a data service's claim after it.
    statefulSet: /^data-(.+)-0$/.exec(claim ?? '')?.[1] ?? database,
    redis: context.redis ?? `${environment}-redis`,
    rabbitmq: context.rabbitmq ?? `${environment}-rabbitmq`,
    autoscaler:
      context.autoscaler ??
      isKind('HorizontalPodAutoscaler') ??
      context.server ??
      `${environment}-server`,
    claim,
    certificate:
      context.certificate ?? isKind('Certificate') ?? `${environment}-tls`,
    host: context.host,
    application: context.application ?? environment,
    applicationNamespace: context.applicationNamespace ?? 'argocd',
    slo: context.slo,
    routeKinds:
      context.routeKinds ??
      'gateways.gateway.networking.k8s.io,httproutes.gateway.networking.k8s.io,ingresses.networking.k8s.io',
    classKinds:
      context.classKinds ??
      'ingressclasses.networking.k8s.io,gatewayclasses.gateway.networking.k8s.io',
  };
}

/** Fills one word and quotes it; unknown names stay for the reader to fill. */
function fill(
  word: string,
  names: Readonly<Record<string, string | undefined>>,
): string {
  return quoteShell(
    // Own names only: `{.spec.x}` is JSONPath and stays as it is.
    word.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      const value = Object.prototype.hasOwnProperty.call(names, name)
        ? names[name]
        : undefined;
      return value === undefined || value === '' ? `<${name}>` : value;
    }),
  );
}

/**
 * The runbook entry of a reason with this environment's names in its commands.
 * Every word is quoted for a POSIX shell, whatever the names contain; no
 * command holds or prints a secret. Undefined for an unknown key.
 *
 * @public
 */
export function resolveRunbook(
  key: RunbookKey | string,
  context: RunbookContext,
): RunbookEntry | undefined {
  const entry = ENTRIES.get(key);
  if (!entry) {
    return undefined;
  }
  const names = namesOf(context);
  const databaseKind = context.databaseKind ?? 'postgresql';
  return {
    id: entry.id,
    title: entry.title,
    meaning: entry.meaning,
    steps: entry.steps
      .filter(({ databases }) => !databases || databases.includes(databaseKind))
      .filter(
        ({ facts }) =>
          !facts ||
          facts.some(
            fact =>
              context.facts?.includes(fact) !== false &&
              !context.unused?.includes(fact),
          ),
      )
      .map(({ text, command }) => ({
        text,
        ...(command
          ? { command: command.map(word => fill(word, names)).join(' ') }
          : {}),
      })),
  };
}
