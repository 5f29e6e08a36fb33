import type { Config } from '@backstage/config';
import { invalidConfig } from './checks';
import type { ArgoCdDestination } from './ElsaConfig';

/** Reads which clusters Argo CD's destinations are. */
export function readDestinations(config: Config): ArgoCdDestination[] {
  const entries = config.getOptionalConfigArray('argoCd.destinations') ?? [];
  return entries.map(readDestination);
}

function readDestination(entry: Config): ArgoCdDestination {
  const name = entry.getOptionalString('name');
  const server = entry.getOptionalString('server');
  const cluster = entry.getString('cluster');
  if ((name === undefined) === (server === undefined)) {
    throw invalidConfig(
      entry,
      'name',
      name,
      "give either name or server, as the Application's spec.destination has it",
    );
  }
  if (server !== undefined && !URL.canParse(server)) {
    throw invalidConfig(
      entry,
      'server',
      server,
      'use the address of the API server, such as https://10.0.0.1:6443',
    );
  }
  return {
    hub: entry.getOptionalString('hub'),
    name,
    server: server?.replace(/\/+$/, ''),
    cluster,
  };
}
