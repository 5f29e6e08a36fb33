const FIELDS: Array<[minimum: number, maximum: number, names: string[]]> = [
  [0, 59, []],
  [0, 23, []],
  [1, 31, []],
  [1, 12, 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')],
  [0, 7, 'sun mon tue wed thu fri sat'.split(' ')],
];

function isFieldValue(text: string, index: number): boolean {
  const [minimum, maximum, names] = FIELDS[index];
  if (names.includes(text.toLowerCase())) return true;
  return /^[0-9]{1,2}$/.test(text) && +text >= minimum && +text <= maximum;
}

function isField(text: string, index: number): boolean {
  return text.split(',').every(item => {
    const [range, step, ...rest] = item.split('/');
    if (rest.length > 0) return false;
    if (step !== undefined && !/^[1-9][0-9]?$/.test(step)) return false;
    if (range === '*') return true;
    const ends = range.split('-');
    return ends.length <= 2 && ends.every(end => isFieldValue(end, index));
  });
}

/** Five fields, as a CronJob takes them; no `@daily` and no seconds field. */
export function isCronSchedule(value: string): boolean {
  const fields = value.split(' ');
  return fields.length === 5 && fields.every(isField);
}
