import { readConditions } from '../read';
import type { HealthRule } from '../types';
import { readyCondition } from './readyCondition';
import { byCondition } from './result';

const ready = readyCondition({
  broken: 'is not valid',
  waiting: 'has not been issued yet',
  runbook: 'certificate',
});

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/cert-manager.io/Certificate/health.lua */
export const certificate: HealthRule = object => {
  const issuing = readConditions(object).find(
    ({ type, status }) => type === 'Issuing' && status === 'True',
  );
  return issuing
    ? byCondition('Progressing', issuing, 'is being issued', 'certificate')
    : ready(object);
};
