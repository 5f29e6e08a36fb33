/**
 * Text that every database takes: PostgreSQL refuses NUL, UTF-8 has no lone
 * surrogates, and a column has an end. Ends of lines and tabs stay.
 */
export function storableText(value: string, maxLength: number): string {
  return value
    .slice(0, maxLength)
    .replace(/[^\P{Cc}\n\t]/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD');
}
