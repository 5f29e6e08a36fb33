import type { ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';

/** Where Argo CD notes on an object which Application it belongs to. */
const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
/** The label that its documentation recommends where labels are used for it. */
const TRACKING_LABEL = 'argocd.argoproj.io/instance';

/** What tells the Application that delivers an environment from others. */
export interface DeliveryFacts {
  /** Its name. */
  environment: string;
  /** What runs of it. */
  objects: readonly KubernetesObject[];
  /** Namespace that Argo CD runs in. */
  argoCdNamespace: string;
}

/**
 * The Application that delivers an environment, of all that say so. Anybody who
 * may create an Application somewhere can say so, so what runs decides: Argo CD
 * writes into it which Application it is from. Where nothing says that, the one
 * beside Argo CD itself counts, where not everybody may create any. When that
 * leaves several, the state of none is given.
 */
export function chooseApplication(
  candidates: readonly ArgoCdStatus[],
  facts: DeliveryFacts,
): ArgoCdStatus | undefined {
  const tracked = trackingOf(facts.objects);
  const undecided = candidates.find(isAmbiguous);
  if (undecided && tracked.size === 0) {
    return undecided;
  }
  const named =
    tracked.size === 0
      ? candidates
      : candidates.filter(
          item =>
            !isAmbiguous(item) &&
            (tracked.has(item.application) ||
              tracked.has(`${item.namespace}_${item.application}`)),
        );
  const central = prefer(
    named,
    ({ namespace }) => namespace === facts.argoCdNamespace,
  );
  const [first] = central;
  const isOnePlace = central.every(
    ({ cluster, namespace }) =>
      cluster === first.cluster && namespace === first.namespace,
  );
  const best = isOnePlace
    ? prefer(central, ({ application }) => application === facts.environment)
    : central;
  return best.length > 1
    ? ambiguous(best, facts.environment)
    : (best[0] ?? undecided);
}

/**
 * Applications that objects are from, each as its name or as
 * `<namespace>_<name>` if it is not in Argo CD's own namespace.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/app-any-namespace/
 */
function trackingOf(objects: readonly KubernetesObject[]): Set<string> {
  const annotated = objects.flatMap(object => {
    const { annotations, namespace, name } = object.metadata;
    const [instance, ...rest] = (annotations?.[TRACKING_ID] ?? '').split(':');
    const [group] = object.apiVersion.includes('/')
      ? object.apiVersion.split('/')
      : [''];
    // Controllers copy annotations into what they make; Argo CD looks at that, too.
    const isItsOwn =
      rest.join(':') === `${group}/${object.kind}:${namespace}/${name}`;
    return instance && isItsOwn ? [instance] : [];
  });
  return new Set(
    annotated.length > 0
      ? annotated
      : objects.flatMap(
          ({ metadata }) => metadata.labels?.[TRACKING_LABEL] ?? [],
        ),
  );
}

/** Those that fit; all when none does. */
function prefer<T>(items: readonly T[], fits: (item: T) => boolean) {
  const fitting = items.filter(fits);
  return fitting.length > 0 ? fitting : items;
}

const AMBIGUOUS = 'Ambiguous';

/** Whether this was said of several, which may not all be known here. */
export function isAmbiguous({ conditions }: ArgoCdStatus): boolean {
  return conditions.some(({ type }) => type === AMBIGUOUS);
}

/** More would make a message that nobody reads. */
const NAMED = 5;

function ambiguous(
  candidates: readonly ArgoCdStatus[],
  environment: string,
): ArgoCdStatus {
  const names = candidates
    .map(({ namespace, application }) => `${namespace}/${application}`)
    .sort();
  const more = names.length - NAMED;
  // Kept, with it, until that cluster has been read again.
  const cluster = candidates.find(item => item.cluster !== undefined)?.cluster;
  return {
    application: environment,
    ...(cluster !== undefined && { cluster }),
    conditions: [
      {
        type: AMBIGUOUS,
        message: `Several Applications have the label of this environment (${names
          .slice(0, NAMED)
          .join(
            ', ',
          )}${more > 0 ? ` and ${more} more` : ''}), and nothing says which one deploys it, so the state of none is shown. Remove the label from the others, or set elsa.argoCd.namespace to the namespace that Argo CD runs in.`,
      },
    ],
    outOfSync: [],
  };
}
