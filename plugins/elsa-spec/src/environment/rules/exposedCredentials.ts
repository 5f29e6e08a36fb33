import {
  assessCredentials,
  type CredentialsVerdict,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { HostProfile } from '../../profiles';
import type { ResolvedEnvironmentSpec } from '../resolved';

/** What is known of the credentials of the server image that a spec names. @public */
export const credentialsOf = (
  { host }: ResolvedEnvironmentSpec,
  { publicCredentials }: HostProfile,
): CredentialsVerdict =>
  assessCredentials(
    { ...host.server, version: host.version },
    publicCredentials,
  );

/** Whether the edge admits requests by the client's address. @public */
export const limitsSources = ({
  exposure: { kind, gateway },
}: ResolvedEnvironmentSpec): boolean =>
  ['ingress-nginx', 'ingress-traefik', 'traefik', 'alb'].includes(kind) ||
  (kind === 'gateway' && gateway.implementation === 'envoy-gateway');
