/** Recorded series carry no titles: `database-connections` becomes words. */
export function titleOfSlo(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words ? words[0].toLocaleUpperCase('en-US') + words.slice(1) : name;
}
