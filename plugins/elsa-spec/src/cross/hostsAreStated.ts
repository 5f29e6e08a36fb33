import type { Rule } from '../sections/Rule';
import { WORKLOADS } from '../sections/workloads';

export const hostsAreStated: Rule<'exposure' | 'studio'> = spec => {
  const { kind, hosts } = spec.exposure;
  if (kind === 'none') {
    return WORKLOADS.map(
      part =>
        hosts[part] !== undefined && {
          path: `exposure.hosts.${part}`,
          value: hosts[part],
          message: 'A hostname is set, but exposure.kind is none.',
          remedy: 'Remove the hostname, or choose how it is exposed.',
        },
    );
  }
  return [
    hosts.server === undefined && {
      path: 'exposure.hosts.server',
      message: 'The server is exposed without a hostname.',
      remedy: 'Set exposure.host or exposure.hosts.server.',
    },
    spec.studio.enabled &&
      hosts.studio === undefined && {
        path: 'exposure.hosts.studio',
        message: 'The studio is exposed without a hostname.',
        remedy: 'Set exposure.host or exposure.hosts.studio.',
      },
  ];
};
