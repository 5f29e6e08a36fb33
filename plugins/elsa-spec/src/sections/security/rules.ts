import type { Rule } from '../../environment/Rule';

export const quotaHasAnAmount: Rule<'security'> = spec => {
  const quota = spec.security.resourceQuota;
  return [
    quota.enabled &&
      quota.cpu === undefined &&
      quota.memory === undefined &&
      quota.pods === undefined && {
        path: 'security.resourceQuota',
        message: 'The quota bounds nothing.',
        remedy: 'State cpu, memory or pods.',
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
        message:
          'It stands for everybody, who could then read logs and settings.',
        remedy: 'Name a group of your own, such as oidc:team-payments.',
      },
  );
