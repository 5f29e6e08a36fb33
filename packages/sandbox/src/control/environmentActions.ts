import { InputError, NotFoundError } from '@backstage/errors';
import type { Application } from '../argocd/types';
import { terminatePod } from '../controllers/terminatePod';
import type { Breakage } from '../environmentState';
import { BREAKAGES, componentOf, environmentOf } from '../environmentState';
import type { Deployment } from '../kubernetes/types';
import { SCENARIOS } from '../scenarios/scenarios';
import {
  environments,
  locate,
  positiveNumber,
  type Run,
  serversOf,
} from './stage';

export const list: Run = stage =>
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

export const breakIt: Run = (stage, [what, environment]) => {
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

export const scale: Run = (
  stage,
  [environment, replicas, component = 'server'],
) => {
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

export const load: Run = (stage, [environment, factor]) => {
  const value = positiveNumber(factor, 'The load');
  const located = locate(stage, environment);
  stage.sandbox.states.of(located.environment).loadFactor = value;
  return `${environment} has ${value} times its usual load`;
};

export const expireCertificate: Run = (stage, [environment]) => {
  const located = locate(stage, environment);
  stage.sandbox.states.of(located.environment).isCertificateExpired = true;
  return `The certificate of ${environment} is expired`;
};

export const sync: Run = async (stage, [environment]) => {
  const { argoCd } = locate(stage, environment);
  await stage.sandbox.watcher.refresh();
  if (!argoCd.sync(environment)) {
    throw new NotFoundError(`${environment} has no Argo CD application`);
  }
  return `Argo CD deploys the newest commit of ${environment}`;
};
