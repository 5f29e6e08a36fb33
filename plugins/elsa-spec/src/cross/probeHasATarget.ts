import type { Rule } from '../sections/Rule';

export const probeHasATarget: Rule<'monitoring' | 'exposure'> = spec => [
  spec.monitoring.probe.enabled &&
    spec.exposure.kind === 'none' && {
      path: 'monitoring.probe.enabled',
      value: true,
      message:
        'The probe needs a public address, but the environment has none.',
      remedy: 'Disable the probe, or expose the environment.',
    },
];
