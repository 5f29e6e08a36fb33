export type Labels = Record<string, string>;

/** One figure of one series. */
export interface Sample {
  /** `_bucket`, `_sum` or `_count` of a histogram, `_total` of a counter. */
  suffix?: string;
  labels: Labels;
  value: number;
}

export interface Family {
  /** Without the suffixes of its samples. */
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  samples: Sample[];
}

export function gauge(
  name: string,
  rows: Array<[labels: Labels, value: number]>,
): Family {
  return {
    name,
    type: 'gauge',
    samples: rows.map(([labels, value]) => ({ labels, value })),
  };
}

/** The name is the series' own: not every counter ends in `_total`. */
export function counter(
  name: string,
  rows: Array<[labels: Labels, value: number]>,
): Family {
  return { ...gauge(name, rows), type: 'counter' };
}

function escape(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}

export function formatSeries(name: string, labels: Labels): string {
  const pairs = Object.entries(labels).map(
    ([key, value]) => `${key}="${escape(value)}"`,
  );
  return `${name}{${pairs.join(',')}}`;
}

/** What an exporter answers. */
export function formatFamilies(families: Family[]): string {
  const merged = new Map<string, Family>();
  for (const family of families) {
    const known = merged.get(family.name);
    if (known) known.samples.push(...family.samples);
    else merged.set(family.name, { ...family, samples: [...family.samples] });
  }
  return [...merged.values()]
    .filter(family => family.samples.length > 0)
    .map(family =>
      [
        `# TYPE ${family.name} ${family.type}`,
        ...family.samples.map(
          ({ suffix = '', labels, value }) =>
            `${formatSeries(family.name + suffix, labels)} ${value}`,
        ),
        '',
      ].join('\n'),
    )
    .join('');
}
