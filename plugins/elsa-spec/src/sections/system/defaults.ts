/** `payments` from `payments-production`: what remains without the stage. */
export function systemOf(name: string): string {
  const stem = name.replace(
    /-(production|prod|staging|stage|development|dev|test|testing|qa|uat|preview)(-[a-z0-9]+)?$/,
    '',
  );
  return stem;
}
