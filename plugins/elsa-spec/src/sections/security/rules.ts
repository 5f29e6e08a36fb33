import type { Rule } from '../Rule';

export const quotaHasAnAmount: Rule<'security'> = spec => {
  const quota = spec.security.resourceQuota;
  return [
    quota.enabled &&
      quota.cpu === undefined &&
      quota.memory === undefined &&
      quota.pods === undefined && {
        path: 'security.resourceQuota',
        message: 'The quota sets no limits.',
        remedy: 'Set cpu, memory or pods.',
      },
  ];
};

/** `system:authenticated` is everybody with an account, of the cloud's on some clusters. */
const EVERYBODY =
  /^system:(anonymous|authenticated|unauthenticated|serviceaccounts)(:|$)/;

export const viewersAreFew: Rule<'security'> = spec =>
  spec.security.viewers.map(
    ({ name }, index) =>
      EVERYBODY.test(name) && {
        path: `security.viewers[${index}].name`,
        value: name,
        message: 'This would let everyone read logs and settings.',
        remedy: 'Use your own group, such as oidc:team-payments.',
      },
  );
