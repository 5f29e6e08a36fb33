import { InputError, NotFoundError } from '@backstage/errors';
import type { Application } from '../argocd/types';
import type { ClusterName } from '../config';
import { CLUSTER_NAMES } from '../config';
import type { Breakage } from '../environmentState';
import { BREAKAGES, componentOf, environmentOf } from '../environmentState';
import { terminatePod } from '../controllers/kubelet';
import type { Deployment, KubernetesObject, Pod } from '../kubernetes/types';
import type { Prometheus } from '../metrics/prometheus';
import type { Sandbox, SandboxCluster } from '../sandbox';
import { SCENARIOS } from '../scenarios/scenarios';

export interface Stage {
  sandbox: Sandbox;
  /** Undefined where it is not installed. */
  prometheus: () => Prometheus | undefined;
  /** Starts an API server, or lets its port answer nothing. */
  setApiUp: (cluster: ClusterName, isUp: boolean) => Promise<void>;
  reset: () => Promise<void>;
}

/** Says in one line what was done. */
type Run = (stage: Stage, args: string[]) => Promise<string> | string;

export interface Action {
  name: string;
  /** As the command line's help shows them. */
  parameters: string;
  about: string;
  run: Run;
}

interface Located extends SandboxCluster {
  environment: string;
}

function environments({ sandbox }: Stage): Located[] {
  return [...sandbox.clusters.values()].flatMap(place =>
    [
      ...new Set(
        place.cluster
          .list('apps/v1', 'Deployment')
          .map(environmentOf)
          .filter(Boolean),
      ),
    ].map(environment => ({ ...place, environment })),
  );
}

function locate(stage: Stage, environment: string | undefined): Located {
  const all = environments(stage);
  const found = all.find(row => row.environment === environment);
  if (!found) {
    throw new NotFoundError(
      `There is no environment "${environment ?? ''}": use one of ${all
        .map(row => row.environment)
        .join(', ')}`,
    );
  }
  return found;
}

function clusterNames(name: string | undefined): ClusterName[] {
  if (!name) return CLUSTER_NAMES;
  const found = CLUSTER_NAMES.find(cluster => cluster === name);
  if (!found) {
    throw new NotFoundError(
      `There is no cluster "${name}": use one of ${CLUSTER_NAMES.join(', ')}`,
    );
  }
  return [found];
}

function positiveNumber(text: string | undefined, what: string): number {
  const value = Number(text);
  if (!text || !Number.isFinite(value) || value < 0) {
    throw new InputError(`${what} is "${text ?? ''}": give a number from 0 up`);
  }
  return value;
}

function serversOf({ cluster, environment }: Located): Pod[] {
  return cluster
    .list<Pod>('v1', 'Pod')
    .filter(
      pod =>
        environmentOf(pod) === environment && componentOf(pod) === 'server',
    );
}

const list: Run = stage =>
  environments(stage)
    .map(({ cluster, environment }) => {
      const { breakages, loadFactor, isCertificateExpired, isSyncPaused } =
        stage.sandbox.states.of(environment);
      const application = cluster
        .list<Application>('argoproj.io/v1alpha1', 'Application')
        .find(object => object.metadata.name === environment);
      const facts = [
        application
          ? `${application.status?.health?.status}, ${application.status?.sync?.status}`
          : 'no Argo CD application',
        ...[...breakages.keys()].map(breakage => `broken: ${breakage}`),
        ...(loadFactor === 1 ? [] : [`load ×${loadFactor}`]),
        ...(isCertificateExpired ? ['certificate expired'] : []),
        ...(isSyncPaused ? ['sync paused'] : []),
      ];
      const about = SCENARIOS.find(row => row.name === environment)?.about;
      return `${environment.padEnd(22)} ${cluster.name.padEnd(14)} ${facts.join(
        '; ',
      )}${about ? `  (${about})` : ''}`;
    })
    .join('\n');

const breakIt: Run = (stage, [what, environment]) => {
  const breakage = BREAKAGES.find(row => row === what);
  if (!breakage) {
    throw new InputError(
      `"${what ?? ''}" cannot be broken: use one of ${BREAKAGES.join(', ')}`,
    );
  }
  const located = locate(stage, environment);
  const now = stage.sandbox.clock.now();
  stage.sandbox.states
    .of(located.environment)
    .breakages.set(breakage as Breakage, { since: now });
  if (breakage === 'database' || breakage === 'memory') {
    located.controlPlane.kubelet.crashServers(located.environment, now);
  } else {
    serversOf(located).forEach(pod => terminatePod(located.cluster, pod, now));
  }
  return `${environment}: ${breakage} is broken`;
};

function healEnvironment(stage: Stage, located: Located): void {
  const { cluster, environment } = located;
  const state = stage.sandbox.states.of(environment);
  const wasBroken = state.breakages.size > 0;
  state.breakages.clear();
  state.loadFactor = 1;
  state.isCertificateExpired = false;
  state.isSyncPaused = false;
  if (wasBroken) {
    // As an operator would: new pods do not wait for the end of a back-off.
    serversOf(located).forEach(pod =>
      terminatePod(cluster, pod, stage.sandbox.clock.now()),
    );
  }
  cluster
    .list<KubernetesObject & { status?: object }>(
      'cert-manager.io/v1',
      'Certificate',
    )
    .filter(object => environmentOf(object) === environment)
    .filter(object => {
      const { notAfter } = (object.status ?? {}) as { notAfter?: string };
      return Date.parse(notAfter ?? '') < stage.sandbox.clock.now();
    })
    .forEach(object => cluster.store.putStatus(object, undefined));
}

async function healClusters(stage: Stage, names: ClusterName[]): Promise<void> {
  for (const name of names) {
    const { faults } = stage.sandbox.cluster(name).cluster;
    faults.delayMilliseconds = 0;
    faults.isForbidden = false;
    await stage.setApiUp(name, true);
  }
}

const heal: Run = async (stage, [target]) => {
  if (target && CLUSTER_NAMES.some(name => name === target)) {
    await healClusters(stage, clusterNames(target));
    return `${target} answers as it should`;
  }
  if (target === 'prometheus') {
    await stage.prometheus()?.bringUp();
    return 'Prometheus runs';
  }
  if (target) {
    healEnvironment(stage, locate(stage, target));
    return `${target} is healed`;
  }
  environments(stage).forEach(located => healEnvironment(stage, located));
  await healClusters(stage, CLUSTER_NAMES);
  await stage.prometheus()?.bringUp();
  return 'Everything is healed';
};

const scale: Run = (stage, [environment, replicas, component = 'server']) => {
  const count = positiveNumber(replicas, 'The number of replicas');
  const located = locate(stage, environment);
  const { cluster } = located;
  const [target] = cluster
    .list<Deployment>('apps/v1', 'Deployment')
    .filter(
      object =>
        environmentOf(object) === environment &&
        componentOf(object) === component,
    );
  if (!target) {
    throw new NotFoundError(`${environment} has no Deployment "${component}"`);
  }
  // Otherwise Argo CD would undo at once what was done by hand.
  stage.sandbox.states.of(located.environment).isSyncPaused = true;
  cluster.store.put<Deployment>({
    ...target,
    spec: { ...target.spec, replicas: count },
  });
  return `${target.metadata.name} is scaled to ${count}; Argo CD's sync is paused until heal`;
};

const load: Run = (stage, [environment, factor]) => {
  const value = positiveNumber(factor, 'The load');
  const located = locate(stage, environment);
  stage.sandbox.states.of(located.environment).loadFactor = value;
  return `${environment} has ${value} times its usual load`;
};

const apiDown: Run = async (stage, [name]) => {
  for (const cluster of clusterNames(name))
    await stage.setApiUp(cluster, false);
  return `The API of ${clusterNames(name).join(', ')} refuses connections`;
};

const apiSlow: Run = (stage, [name, seconds = '8']) => {
  const delay = positiveNumber(seconds, 'The delay') * 1_000;
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.faults.delayMilliseconds = delay;
  }
  return `The API of ${clusterNames(name).join(
    ', ',
  )} takes ${seconds} s for each answer`;
};

const forbidden: Run = (stage, [name]) => {
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.faults.isForbidden = true;
  }
  return `The API of ${clusterNames(name).join(', ')} forbids everything`;
};

const prometheusDown: Run = async stage => {
  const prometheus = stage.prometheus();
  if (!prometheus) throw new NotFoundError('Prometheus does not run');
  await prometheus.takeDown();
  return 'Prometheus is down';
};

const expireCertificate: Run = (stage, [environment]) => {
  const located = locate(stage, environment);
  stage.sandbox.states.of(located.environment).isCertificateExpired = true;
  return `The certificate of ${environment} is expired`;
};

const sync: Run = async (stage, [environment]) => {
  const { argoCd } = locate(stage, environment);
  await stage.sandbox.watcher.refresh();
  if (!argoCd.sync(environment)) {
    throw new NotFoundError(`${environment} has no Argo CD application`);
  }
  return `Argo CD deploys the newest commit of ${environment}`;
};

const compact: Run = (stage, [name]) => {
  for (const cluster of clusterNames(name)) {
    stage.sandbox.cluster(cluster).cluster.store.compact();
  }
  return `Watches of ${clusterNames(name).join(
    ', ',
  )} can no longer be resumed from before`;
};

const reset: Run = async stage => {
  await stage.reset();
  return `Everything is as at the start: ${SCENARIOS.length} environments`;
};

/** Everything that can be made to happen while the sandbox runs. */
export const ACTIONS: Action[] = [
  {
    name: 'list',
    parameters: '',
    about: 'shows the environments and what is wrong with them',
    run: list,
  },
  {
    name: 'break',
    parameters: `<${BREAKAGES.join('|')}> <environment>`,
    about: "breaks an environment's server",
    run: breakIt,
  },
  {
    name: 'heal',
    parameters: '[environment|cluster|prometheus]',
    about: 'ends what was broken, by default everything',
    run: heal,
  },
  {
    name: 'scale',
    parameters: '<environment> <replicas> [component]',
    about: 'scales by hand, so that the cluster differs from Git',
    run: scale,
  },
  {
    name: 'load',
    parameters: '<environment> <factor>',
    about: 'multiplies the traffic',
    run: load,
  },
  {
    name: 'api-down',
    parameters: '[cluster]',
    about: 'lets a cluster refuse connections',
    run: apiDown,
  },
  {
    name: 'api-slow',
    parameters: '[cluster] [seconds]',
    about: 'lets a cluster answer late',
    run: apiSlow,
  },
  {
    name: 'forbidden',
    parameters: '[cluster]',
    about: 'lets a cluster answer 403',
    run: forbidden,
  },
  {
    name: 'prometheus-down',
    parameters: '',
    about: 'stops Prometheus',
    run: prometheusDown,
  },
  {
    name: 'expire-certificate',
    parameters: '<environment>',
    about: 'lets the certificates be expired',
    run: expireCertificate,
  },
  {
    name: 'sync',
    parameters: '<environment>',
    about: 'has Argo CD deploy the newest commit',
    run: sync,
  },
  {
    name: 'compact',
    parameters: '[cluster]',
    about: "forgets a cluster's past changes, so that watches get 410",
    run: compact,
  },
  {
    name: 'reset',
    parameters: '',
    about: 'starts anew, without the repositories that were pushed',
    run: reset,
  },
];
