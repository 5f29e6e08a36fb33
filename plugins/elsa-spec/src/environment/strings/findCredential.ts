import type { EnvironmentSpecIssue } from '../errors';
import { formatPath, HIDDEN } from '../issues';
import { isRecord } from '../merge';
import {
  isLiteral,
  isSecretField,
  isSecretOption,
  looksLikeSecret,
  looksLikeSecretValue,
} from '../secrets';
import type { StatedField } from './walkSpec';

/**
 * Where a field that is named like a secret holds something else: names of
 * Secrets and of variables, and values that are encrypted.
 */
const NOT_SECRET: RegExp[] = [
  /^secrets\.(names|sealed|store|remotePath)\b/,
  /^host\.environmentKeys\b/,
  /^extra\.objects\[[0-9]+\]\.spec\.encryptedData\b/,
];

/** A credential in this field, by what it says or by what stands beside it. */
export function findCredential({
  path,
  what,
  value,
  parent,
}: StatedField): EnvironmentSpecIssue | undefined {
  if (typeof value !== 'string') return undefined;
  const place = formatPath(path);
  if (NOT_SECRET.some(pattern => pattern.test(place))) return undefined;
  const reason = looksLikeSecretValue(value)
    ? 'The text reads like a credential'
    : what === 'value' && reasonBeside(path, value, parent);
  if (!reason) return undefined;
  return {
    path: place,
    value: HIDDEN,
    message: `${reason}, and the spec is stored in Git.`,
    remedy: remedyFor(place),
  };
}

/** What makes a text a credential although it does not look like one. */
function reasonBeside(
  path: PropertyKey[],
  value: string,
  parent: unknown,
): string | undefined {
  const last = path[path.length - 1];
  if (Array.isArray(parent)) {
    const before: unknown = parent[Number(last) - 1];
    const isArgument =
      typeof before === 'string' &&
      isSecretOption(before) &&
      !value.startsWith('-') &&
      isLiteral(value);
    const isCommand =
      /\s--?[\w:.-]{0,64}?(?:password|passwd|passphrase|api-?key|client-?secret|access-?token|connection-?string)\s{1,4}(?!-)(\S+)/i.exec(
        ` ${value}`,
      );
    return isArgument || (isCommand && isLiteral(isCommand[1]))
      ? 'The argument reads like a credential'
      : undefined;
  }
  if (!isRecord(parent)) return undefined;
  if (
    last === 'value' &&
    typeof parent.name === 'string' &&
    looksLikeSecret(parent.name, value)
  ) {
    return `${parent.name} reads like a secret`;
  }
  if (isSecretField(String(last), value)) {
    return `${String(last)} reads like a secret`;
  }
  return hasSecretLine(value) ? 'A line reads like a credential' : undefined;
}

/** Settings in a text of several lines, such as a file in a ConfigMap. */
function hasSecretLine(text: string): boolean {
  if (!text.includes('\n')) return false;
  return [
    ...text.matchAll(
      /^[ \t-]{0,40}["']?([\w.-]{1,64})["']?[ \t]{0,4}:[ \t]{1,4}["']?([^\s"'#]{1,256})["']?,?[ \t]{0,4}$/gm,
    ),
  ].some(([, name, value]) => isSecretField(name, value));
}

function remedyFor(place: string): string {
  if (/^(server|studio)\.env\[/.test(place)) {
    return 'Put it into a Secret of the namespace and write secret: { name, key } instead of value.';
  }
  if (place.startsWith('host.migrationArguments')) {
    return 'Put it into a Secret of the namespace, name that in server.env with secret: { name, key }, and write $(NAME) of the variable here.';
  }
  if (place.startsWith('extra.objects')) {
    return 'Put it into a Secret of the namespace and refer to that, as with secretKeyRef.';
  }
  return 'Remove it; put secret values into a Secret of the namespace.';
}
