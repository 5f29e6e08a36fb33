import {
  elsaEnvironmentReadPermission,
  elsaEnvironmentRefreshPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { IDENTITIES } from './permissionPolicy';
import type { PermissionWorld } from './permissionWorld';

/** What somebody may see and do. */
export interface Rights {
  visible: ReadonlySet<string>;
  refreshable: ReadonlySet<string>;
  maySeeUnregistered: boolean;
}

interface Question {
  permission: { name: string };
  resourceRef?: string;
}

/**
 * Asks the catalog and the permission backend, as whom it concerns and without
 * the plugin: visible is what the catalog itself returns and the permission
 * allows. Services may do everything, as the framework has it.
 */
export async function askRights(
  world: PermissionWorld,
  identity: string,
): Promise<Rights> {
  const authorization = IDENTITIES[identity];
  const authorize = async (items: Question[]): Promise<boolean[]> => {
    if (identity === 'a service' || authorization === undefined) {
      return items.map(() => authorization !== undefined);
    }
    const { text } = await world.ask(authorization, '/permission/authorize', {
      method: 'POST',
      body: { items: items.map((item, id) => ({ id: `${id}`, ...item })) },
    });
    return JSON.parse(text).items.map(
      ({ result }: { result: string }) => result === 'ALLOW',
    );
  };
  const filter = 'kind=component,spec.type=elsa-environment';
  const { status, text } = await world.ask(
    authorization,
    `/catalog/entities/by-query?${new URLSearchParams({ filter })}`,
  );
  const known: string[] =
    status === 200
      ? JSON.parse(text).items.map(
          ({ metadata }: { metadata: { name: string } }) =>
            `component:default/${metadata.name}`,
        )
      : [];
  const allowed = async (permission: { name: string }) => {
    const answers = await authorize(
      known.map(resourceRef => ({ permission, resourceRef })),
    );
    return known.filter((_, index) => answers[index]);
  };
  const visible = new Set(await allowed(elsaEnvironmentReadPermission));
  const refreshable = await allowed(elsaEnvironmentRefreshPermission);
  const [maySeeUnregistered] = await authorize([
    { permission: elsaUnregisteredReadPermission },
  ]);
  return {
    visible,
    refreshable: new Set(refreshable.filter(ref => visible.has(ref))),
    maySeeUnregistered,
  };
}
