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
