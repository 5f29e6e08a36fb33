import recorded from './recorded/robfig-cron.json';
import { parseSchedule } from './parseSchedule';
import { runsAfter } from './runs';

type Recorded = Record<string, Record<string, string>>;

function nextThree(text: string, key: string): string {
  const [zone, start] = key.split(' ');
  const schedule = parseSchedule(text);
  const found: string[] = [];
  if (schedule) {
    for (const at of runsAfter(schedule, Date.parse(start), zone)) {
      found.push(new Date(at).toISOString().replace('.000Z', 'Z'));
      if (found.length === 3) break;
    }
  }
  return found.join(' ');
}

/** Recorded by the program in recorded/generator. */
describe('schedules', () => {
  it.each(
    Object.entries({
      ...(recorded.standard as Recorded),
      ...(recorded.withSeconds as Recorded),
    }),
  )('should run as robfig/cron does: %s', (text, rows) => {
    expect(Object.keys(rows).length).toBeGreaterThan(30);
    const found = Object.fromEntries(
      Object.keys(rows).map(key => [key, nextThree(text, key)]),
    );
    expect(found).toEqual(rows);
  });

  it.each(recorded.wrong)('should not take "%s" for one', text => {
    expect(parseSchedule(text)).toBeUndefined();
  });
});
