import type { Rule } from '../sections/Rule';

export const slosNeedMonitoring: Rule<'slos' | 'monitoring'> = spec => [
  spec.slos.length > 0 &&
    !spec.monitoring.enabled && {
      path: 'slos',
      message: 'Objectives are defined, but monitoring is disabled.',
      remedy: 'Set monitoring.enabled: true, or remove the objectives.',
    },
];
