import { annotationOf, groupKindOf, readText, readTime } from './read';
import { HEALTH_RULES } from './rules';
import { byField } from './rules/result';
import type { Assessment } from './types';

const IGNORE = 'argocd.argoproj.io/ignore-healthcheck';

/**
 * What Argo CD would say of one object; undefined for kinds without a rule and
 * for objects that ask not to be checked.
 *
 * @public
 */
export function assessObject(object: unknown): Assessment | undefined {
  if (annotationOf(object, IGNORE) === 'true') {
    return undefined;
  }
  const rule = HEALTH_RULES.get(groupKindOf(object));
  if (!rule) {
    return undefined;
  }
  if (readText(object, 'metadata', 'deletionTimestamp')) {
    return byField(
      'Progressing',
      'PendingDeletion',
      'is being deleted',
      'metadata.deletionTimestamp',
      'pending-deletion',
      { since: readTime(object, 'metadata', 'deletionTimestamp') },
    );
  }
  return rule(object);
}
