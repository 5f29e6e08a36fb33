import type { Rule } from '../Rule';

/** Its schedules have no time zone, and the operator's clock is UTC. */
export const operatorSchedulesInUtc: Rule<'backup'> = ({ backup }) => [
  backup.enabled &&
    backup.method !== 'dump' &&
    !/^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal)$/i.test(backup.timeZone) && {
      path: 'backup.timeZone',
      value: backup.timeZone,
      message: 'CloudNativePG schedules backups in UTC only.',
      remedy: 'Set backup.schedule in UTC and remove the time zone.',
    },
];
