/** Moments relative to the present, so that recorded ages stay as they were. */
export function ago(seconds: number): string {
  return new Date(Date.now() - seconds * 1_000).toISOString();
}

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;
