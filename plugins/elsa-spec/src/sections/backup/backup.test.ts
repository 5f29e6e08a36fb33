import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section backup', () => {
  it.each<Refusal>([
    {
      title: 'a schedule with seconds',
      change: { backup: { schedule: '0 0 2 * * *' } },
      path: 'backup.schedule',
      value: '0 0 2 * * *',
      remedy: /15 2 \* \* \*/,
    },
    {
      title: 'a schedule in hour 25',
      change: { backup: { schedule: '0 25 * * *' } },
      path: 'backup.schedule',
      value: '0 25 * * *',
      remedy: /15 2 \* \* \*/,
    },
    {
      title: 'a schedule that never comes',
      change: { backup: { schedule: '0 0 30 2 *' } },
      path: 'backup.schedule',
      value: '0 0 30 2 *',
      remedy: /a day that its month has/,
    },
    {
      title: "a schedule of Velero's that never comes",
      change: { backup: { velero: { schedule: '0 0 31 4 *' } } },
      path: 'backup.velero.schedule',
      value: '0 0 31 4 *',
      remedy: /a day that its month has/,
    },
    {
      title: "a schedule of CloudNativePG's in local time",
      change: {
        preset: 'production',
        database: { mode: 'cloudnativepg', instances: 3 },
        backup: { enabled: true, timeZone: 'Europe/Berlin' },
      },
      path: 'backup.timeZone',
      value: 'Europe/Berlin',
      remedy: /in UTC/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
