import type { RequiredPart } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { Environment } from '@elsa-portal/backstage-plugin-elsa-spec';

/** Ways in whose objects have no health of their own and so are not looked at. */
const UNSEEN_EXPOSURES: readonly string[] = ['none', 'traefik', 'istio'];

/** What a spec says there is in the cluster; what it only refers to is left out. */
export function requiredParts({ spec, profiles }: Environment): RequiredPart[] {
  const { pgbouncer, redis, rabbitmq, studio, server } = spec;
  const parts: Array<[RequiredPart, boolean]> = [
    ['server', true],
    ['studio', studio.enabled],
    ['database', profiles.database.isOwn && profiles.database.isServer],
    ['pgbouncer', pgbouncer.enabled],
    ['redis', redis.enabled && profiles.redis.isOwn],
    ['rabbitmq', rabbitmq.enabled && profiles.rabbitmq.isOwn],
    ['exposure', !UNSEEN_EXPOSURES.includes(spec.exposure.kind)],
    ['backup', spec.backup.enabled],
    ['autoscaler', server.autoscaling.enabled || studio.autoscaling.enabled],
  ];
  return parts.filter(([, isThere]) => isThere).map(([part]) => part);
}
