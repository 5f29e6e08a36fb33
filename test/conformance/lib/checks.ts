import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { apiVersions } from './apiVersions';
import { claimProblems } from './claims';
import { connectionProblems } from './connections';
import { environmentProblems } from './environmentVariables';
import { externalObjects } from './externalObjects';
import { keptDataProblems } from './keptData';
import type { KubernetesObject } from './kubernetesObject';
import { podSecurityProblems } from './podSecurity';
import { practiceProblems } from './practices';
import { publicAddressProblems } from './publicAddresses';
import { reachabilityProblems } from './reachability';
import { danglingReferences } from './references';
import { waveProblems } from './waves';
import {
  autoscalingProblems,
  disruptionProblems,
  resourceProblems,
  rolloutProblems,
  shutdownProblems,
} from './workloads';

/** Looks at the rendered objects of one environment and says what is wrong with them. */
type Check = (
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
) => string[];

const servedByTheCluster: Check = (spec, objects) =>
  objects.flatMap(({ apiVersion, kind }) => {
    const { servedBy } = apiVersions[apiVersion] ?? {};
    return servedBy && !servedBy.includes(spec.target.kubernetesVersion)
      ? [
          `${spec.target.kubernetesVersion} does not serve ${apiVersion} ${kind}`,
        ]
      : [];
  });

const rollout: Check = (spec, objects) =>
  rolloutProblems(
    hostProfiles[spec.host.profile].isClustered &&
      spec.database.provider !== 'sqlite',
    objects,
  );

/** What users add waits for the pods that they add. */
const isAdded = (
  { extra }: ResolvedEnvironmentSpec,
  { kind, metadata }: KubernetesObject,
) =>
  extra.objects.some(
    added => added.kind === kind && added.metadata.name === metadata.name,
  );

/** Every check of one environment's objects by its name. */
const checks: Record<string, Check> = {
  'API versions': servedByTheCluster,
  references: (spec, objects) =>
    danglingReferences(objects, externalObjects(spec)),
  claims: (spec, objects) =>
    claimProblems(objects.filter(object => !isAdded(spec, object))),
  connections: connectionProblems,
  'network policies': reachabilityProblems,
  'pod security': (_, objects) => podSecurityProblems(objects),
  'environment variables': environmentProblems,
  'public addresses': publicAddressProblems,
  shutdown: shutdownProblems,
  rollout,
  autoscaling: autoscalingProblems,
  'disruption budgets': disruptionProblems,
  resources: (_, objects) => resourceProblems(objects),
  'sync waves': waveProblems,
  'kept data': (_, objects) => keptDataProblems(objects),
  practices: practiceProblems,
};

/** Problems by the name of the check that found them; empty when all is well. */
export function problemsOf(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(checks)
      .map(([name, check]): [string, string[]] => [name, check(spec, objects)])
      .filter(([, problems]) => problems.length > 0),
  );
}
