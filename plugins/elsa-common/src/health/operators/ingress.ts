import { readTime } from '../read';
import { hasLasted } from './verdicts';
import type { OperatorRule } from './types';

/**
 * An Ingress. Not every controller writes an address (Traefik without a
 * published service, controllers on host ports), so that its absence says
 * nothing once the controller has had the time for it.
 */
export const ingressVerdict: OperatorRule = ({ object, now, argo }) => {
  if (argo.status === 'Healthy') {
    return [];
  }
  const since = readTime(object, 'metadata', 'creationTimestamp');
  return hasLasted(since, now)
    ? [
        {
          ...argo,
          status: 'Healthy',
          text: 'has no address in its status, which some controllers never write',
        },
      ]
    : [argo];
};
