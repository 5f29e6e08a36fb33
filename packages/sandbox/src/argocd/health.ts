import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { assessObject } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { KubernetesObject } from '../kubernetes/types';

export interface Health {
  status: HealthStatus;
  message?: string;
}

/** Argo CD's health of one object; undefined for kinds it has no check for. */
export function healthOf(object: KubernetesObject): Health | undefined {
  const assessment = assessObject(object);
  return (
    assessment && {
      status: assessment.status,
      message: assessment.detail ?? assessment.text,
    }
  );
}
