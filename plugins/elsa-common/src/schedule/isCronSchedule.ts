import { parseSchedule } from './parseSchedule';

/**
 * Five fields with one space between them, as a CronJob takes them; no `@daily`
 * and no field for seconds.
 *
 * @public
 */
export function isCronSchedule(text: string): boolean {
  return (
    /^[^\s@=?]+( [^\s@=?]+){4}$/.test(text) && parseSchedule(text) !== undefined
  );
}
