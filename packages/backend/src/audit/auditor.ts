import {
  type AuditorEvent,
  DefaultAuditorService,
} from '@backstage/backend-defaults/auditor';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

type Level = 'debug' | 'info' | 'warn' | 'error';
type Severity = AuditorEvent['severityLevel'];

/** Those of Backstage. */
const DEFAULT_LEVELS: Record<Severity, Level> = {
  low: 'debug',
  medium: 'info',
  high: 'info',
  critical: 'info',
};

/**
 * The auditor of Backstage, except that lists that Elsa's collector reads of
 * clusters count as of low severity. The Kubernetes plugin writes down each of
 * them as if a user had asked, which is twenty a minute for each cluster and
 * hides what users do. What failed, and what anybody else reads, is not touched.
 */
export const auditor = createServiceFactory({
  service: coreServices.auditor,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.logger,
    auth: coreServices.auth,
    httpAuth: coreServices.httpAuth,
    plugin: coreServices.pluginMetadata,
  },
  factory({ config, logger, ...services }) {
    const audit = logger.child({ isAuditEvent: true });
    return DefaultAuditorService.create(event => {
      const severityLevel = isCollecting(event) ? 'low' : event.severityLevel;
      const level = levelOf(severityLevel, config);
      const name = `${event.plugin}.${event.eventId}`;
      if (event.status === 'failed') {
        const { error, ...rest } = event;
        audit.child(rest)[level](name, error);
      } else {
        audit[level](name, { ...event, severityLevel });
      }
    }, services);
  },
});

function isCollecting({ plugin, eventId, actor, status }: AuditorEvent) {
  return (
    plugin === 'kubernetes' &&
    eventId === 'cluster-fetch' &&
    actor.actorId === 'plugin:elsa' &&
    status !== 'failed'
  );
}

function levelOf(severity: Severity, config: Config): Level {
  const key = `backend.auditor.severityLogLevelMappings.${severity}`;
  const level = config.getOptionalString(key) ?? DEFAULT_LEVELS[severity];
  if (!['debug', 'info', 'warn', 'error'].includes(level)) {
    throw new Error(
      `${key} is '${level}'; use one of debug, info, warn, error`,
    );
  }
  return level as Level;
}
