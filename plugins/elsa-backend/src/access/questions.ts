import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { elsaEnvironmentReadPermission } from '@elsa-portal/backstage-plugin-elsa-common';

/** What one caller may see, as far as it has been asked. */
export interface CallerDecisions {
  scope: 'all' | 'none' | 'some';
  /** What has to be asked of each entity, when the scope is `some`. */
  permissions: readonly ResourcePermission[];
  /** By entity reference, only when the scope is `some`. */
  decisions: Map<string, boolean>;
  /** Answers about single environments, by the reference that was asked for. */
  asked: Map<string, Promise<boolean>>;
  /** What was known before, for when nobody can be asked. */
  previous?: { at: number; decisions: CallerDecisions };
  at: number;
  /** Questions of one caller are asked one after the other, so none is asked twice. */
  queue: Promise<void>;
}

/** Whether a caller may see all environments, none, or some of them. */
export async function askScope(
  options: {
    auth: AuthService;
    permissions: PermissionsService;
    now: () => number;
  },
  credentials: BackstageCredentials,
): Promise<CallerDecisions> {
  const { auth, permissions, now } = options;
  const needed = auth.isPrincipal(credentials, 'service')
    ? [elsaEnvironmentReadPermission]
    : [elsaEnvironmentReadPermission, catalogEntityReadPermission];
  const answers = await permissions.authorizeConditional(
    needed.map(permission => ({ permission })),
    { credentials },
  );
  return {
    scope: scopeOf(answers.map(({ result }) => result)),
    permissions: needed.filter(
      (_, index) => answers[index].result === AuthorizeResult.CONDITIONAL,
    ),
    decisions: new Map(),
    asked: new Map(),
    at: now(),
    queue: Promise.resolve(),
  };
}

/**
 * Whether a caller of scope `some` may see each of these entities. Asks all
 * questions at once, whatever the first answer is: it takes as long.
 */
export async function askAbout(
  service: PermissionsService,
  credentials: BackstageCredentials,
  { permissions }: CallerDecisions,
  entityRefs: readonly string[],
): Promise<boolean[]> {
  const answers = await service.authorize(
    entityRefs.flatMap(resourceRef =>
      permissions.map(permission => ({ permission, resourceRef })),
    ),
    { credentials },
  );
  return entityRefs.map((_, index) =>
    permissions.every(
      (_permission, offset) =>
        answers[index * permissions.length + offset].result ===
        AuthorizeResult.ALLOW,
    ),
  );
}

function scopeOf(
  results: readonly AuthorizeResult[],
): CallerDecisions['scope'] {
  if (results.includes(AuthorizeResult.DENY)) {
    return 'none';
  }
  return results.includes(AuthorizeResult.CONDITIONAL) ? 'some' : 'all';
}
