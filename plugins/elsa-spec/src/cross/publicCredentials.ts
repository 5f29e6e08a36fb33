import {
  assessCredentials,
  type CredentialsVerdict,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { ResolvedEnvironmentSpec } from '../environment/resolved';
import type { Sections } from '../environment/Rule';
import type { HostProfile } from '../profiles';
import { routeOf } from './extraRoutes';

/** What is known of the credentials of the server image that a spec names. @public */
export const credentialsOf = (
  { host }: Sections<'host'>,
  { publicCredentials }: HostProfile,
): CredentialsVerdict =>
  assessCredentials(
    { ...host.server, version: host.version },
    publicCredentials,
  );

/** Whether anybody outside could reach the server by what the spec describes. */
export const isExposed = ({ exposure }: Sections<'exposure'>) =>
  exposure.kind !== 'none';

export const nameOf = ({ host: { server } }: Sections<'host'>) =>
  `${server.repository}${server.tag ? `:${server.tag}` : ''}`;

export const isRoute =
  (spec: Sections<'metadata'>) =>
  (object: ResolvedEnvironmentSpec['extra']['objects'][number]) =>
    routeOf(object, `${spec.metadata.name}-server`) !== undefined;

export const SAFE = 'Elsa 3.8 and later have none';
