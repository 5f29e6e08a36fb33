import { z } from 'zod';
import { UpstreamError } from '../http';
import type { ClusterApi } from './KubernetesClient';
import { COLLECTED_KINDS, type CollectedKind } from './kinds';

/** A kind that a cluster serves, in the version that will be read. */
export interface ServedKind {
  kind: CollectedKind;
  version: string;
}

const groupSchema = z.object({
  name: z.string(),
  versions: z.array(z.object({ version: z.string() })),
});
const groupsSchema = z.object({ groups: z.array(z.unknown()) });

/**
 * Asks a cluster which API groups it serves, so that custom resources that are
 * not installed there cost no call and raise no error.
 *
 * @throws UpstreamError
 */
export async function discoverKinds(
  client: ClusterApi,
  cluster: string,
  signal?: AbortSignal,
): Promise<ServedKind[]> {
  const answer = groupsSchema.safeParse(
    await client.get({ cluster, path: '/apis', signal }),
  );
  if (!answer.success) {
    throw new UpstreamError(
      'invalid-response',
      `Cluster '${cluster}' answered /apis with something that is not a list of API groups`,
    );
  }
  const served = new Map(
    answer.data.groups.flatMap(item => {
      const group = groupSchema.safeParse(item).data;
      return group
        ? [[group.name, new Set(group.versions.map(({ version }) => version))]]
        : [];
    }),
  );
  return COLLECTED_KINDS.flatMap(kind => {
    const version = kind.group
      ? kind.versions.find(item => served.get(kind.group)?.has(item))
      : kind.versions[0];
    return version === undefined ? [] : [{ kind, version }];
  });
}
