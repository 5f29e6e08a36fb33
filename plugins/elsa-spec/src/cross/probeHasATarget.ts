import type { Rule } from '../environment/Rule';

export const probeHasATarget: Rule<'monitoring' | 'exposure'> = spec => [
  spec.monitoring.probe.enabled &&
    spec.exposure.kind === 'none' && {
      path: 'monitoring.probe.enabled',
      value: true,
      message: 'The probe calls the public address, and there is none.',
      remedy: 'Switch the probe off, or expose the environment.',
    },
];
