import { readList, readString } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy } from './result';

const ADDRESSES = 'status.loadBalancer.ingress';

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_ingress.go */
export const ingress: HealthRule = object =>
  readList(object, 'status', 'loadBalancer', 'ingress').length > 0
    ? healthy(ADDRESSES)
    : byField(
        'Progressing',
        'NoAddress',
        'has no address from its controller yet',
        ADDRESSES,
        'route',
      );

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_service.go */
export const service: HealthRule = object =>
  readString(object, 'spec', 'type') !== 'LoadBalancer' ||
  readList(object, 'status', 'loadBalancer', 'ingress').length > 0
    ? healthy(ADDRESSES)
    : byField(
        'Progressing',
        'NoAddress',
        'has no load balancer address yet',
        ADDRESSES,
        'service-unreachable',
      );
