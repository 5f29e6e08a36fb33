import {
  CREDENTIAL_MASK,
  maskCredentials,
} from '@elsa-portal/backstage-plugin-elsa-common/secrets';
import { secretForms } from './secretForms';

/** Takes credentials out of a text that another server wrote. */
export type Mask = (text: string) => string;

/** Two letters are in every other word. */
const SHORTEST_SECRET = 3;

/**
 * Also takes out the secrets that we hold ourselves, in all their forms. Give
 * it whole texts: of a secret that was cut in two it recognizes neither half.
 *
 * @param shortest - secrets of fewer characters are left in
 */
export function createMask(
  secrets: readonly string[],
  { shortest = SHORTEST_SECRET }: { shortest?: number } = {},
): Mask {
  const forms = [
    ...new Set(
      secrets.filter(secret => secret.length >= shortest).flatMap(secretForms),
    ),
  ].sort((a, b) => b.length - a.length);
  if (forms.length === 0) {
    return maskCredentials;
  }
  const known = new RegExp(forms.map(escapeRegExp).join('|'), 'g');
  // The longer of two that overlap would be missed once its part is gone.
  return text => maskCredentials(text.replace(known, CREDENTIAL_MASK));
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
