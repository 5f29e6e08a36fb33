import type { ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { KubernetesObject } from '../kubernetes/KubernetesObject';
import { chooseApplication } from './chooseApplication';

const candidate = (
  namespace: string,
  application: string,
  cluster?: string,
): ArgoCdStatus => ({
  application,
  namespace,
  ...(cluster && { cluster }),
  conditions: [],
  outOfSync: [],
});
const deployment = (
  metadata: Partial<KubernetesObject['metadata']>,
): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'server', namespace: 'payments', ...metadata },
});
const trackedBy = (id: string) =>
  deployment({ annotations: { 'argocd.argoproj.io/tracking-id': id } });
const claim: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: {
    name: 'data',
    namespace: 'payments',
    annotations: {
      'argocd.argoproj.io/tracking-id':
        'central:/PersistentVolumeClaim:payments/data',
    },
  },
};

function choose(
  candidates: ArgoCdStatus[],
  objects: KubernetesObject[] = [],
): string | undefined {
  const facts = {
    environment: 'payments',
    objects,
    argoCdNamespace: 'argocd',
  };
  const chosen = chooseApplication(candidates, facts);
  // The order of the list decides nothing.
  expect(chooseApplication([...candidates].reverse(), facts)).toEqual(chosen);
  return (
    chosen &&
    (chosen.conditions[0]?.type ?? `${chosen.namespace}/${chosen.application}`)
  );
}

describe('chooseApplication', () => {
  const ID = ':apps/Deployment:payments/server';
  const evil = candidate('aaa', 'payments');
  const central = candidate('argocd', 'central');
  const team = candidate('team', 'payments');

  it.each([
    ['its own namespace', trackedBy(`central${ID}`), 'argocd/central'],
    ['another namespace', trackedBy(`team_payments${ID}`), 'team/payments'],
    ['the core group', claim, 'argocd/central'],
    [
      'a label',
      deployment({
        labels: { 'argocd.argoproj.io/instance': 'team_payments' },
      }),
      'team/payments',
    ],
  ])('should believe what runs: %s', (_, object, expected) => {
    expect(choose([evil, central, team], [object])).toBe(expected);
  });

  it('should not believe a note that was copied from another object', () => {
    const copied = trackedBy('team_payments:apps/Deployment:team/server');
    expect(choose([evil, central, team], [copied])).toBe('argocd/central');
  });

  it('should choose none when the one that runs is not among them', () => {
    expect(choose([evil, team], [trackedBy(`central${ID}`)])).toBeUndefined();
  });

  it("should prefer Argo CD's namespace, and in one place the name", () => {
    expect(choose([evil, central])).toBe('argocd/central');
    const own = candidate('argocd', 'payments');
    expect(choose([evil, central, own])).toBe('argocd/payments');
    expect(choose([team])).toBe('team/payments');
    expect(choose([])).toBeUndefined();
  });

  it.each([
    ['namespaces', [evil, candidate('team', 'payments-eu')]],
    ['clusters', [central, candidate('argocd', 'payments', 'hub')]],
    ['one place', [central, candidate('argocd', 'other')]],
  ])('should choose none of several in %s', (_, candidates) => {
    expect(choose(candidates)).toBe('Ambiguous');
  });

  it('should not choose what it could not before, unless what runs says so', () => {
    const [objects, before] = [
      [],
      chooseApplication([evil, { ...team, cluster: 'hub' }], {
        environment: 'payments',
        objects: [],
        argoCdNamespace: 'argocd',
      }) as ArgoCdStatus,
    ];
    expect(before.cluster).toBe('hub');
    expect(choose([before, central], objects)).toBe('Ambiguous');
    expect(choose([before, central], [trackedBy(`central${ID}`)])).toBe(
      'argocd/central',
    );
    expect(choose([before], [trackedBy(`payments${ID}`)])).toBe('Ambiguous');
  });
});
