import { readyCondition } from './readyCondition';

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/external-secrets.io/ExternalSecret/health.lua */
export const externalSecret = readyCondition({
  broken: 'could not be synchronised',
  waiting: 'has not been synchronised yet',
  runbook: 'external-secret',
});

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/external-secrets.io/SecretStore/health.lua */
export const secretStore = readyCondition({
  broken: 'cannot be reached',
  waiting: 'has not been checked yet',
  runbook: 'external-secret',
});

/** https://github.com/argoproj/argo-cd/blob/master/resource_customizations/bitnami.com/SealedSecret/health.lua */
export const sealedSecret = readyCondition({
  type: 'Synced',
  broken: 'could not be unsealed',
  waiting: 'has not been unsealed yet',
  runbook: 'external-secret',
});
