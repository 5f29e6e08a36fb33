import type { ServiceProfile } from '../profiles';

/** The modes of a data service as choices of the form: what the environment runs itself, then what exists. */
export function modeChoices(
  modes: Readonly<Record<string, ServiceProfile>>,
): Array<{ value: string; text: ServiceProfile['modeText'] }> {
  return Object.entries(modes)
    .sort(([, one], [, other]) => Number(other.isOwn) - Number(one.isOwn))
    .map(([value, { modeText }]) => ({ value, text: modeText }));
}
