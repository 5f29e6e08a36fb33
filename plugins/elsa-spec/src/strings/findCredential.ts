import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  isLiteral,
  isSecretName,
} from '@elsa-portal/backstage-plugin-elsa-common/secrets';
import type { EnvironmentSpecIssue } from '../issues/errors';
import { formatPath, HIDDEN, valueAt } from '../issues/collectIssues';
import {
  isSecretField,
  looksLikeSecret,
  looksLikeSecretValue,
} from '../issues/secrets';
import { isCredentialArgument } from './arguments';
import { holdingOf, isSealed } from './sealed';
import type { StatedField } from './walkSpec';

/**
 * Where a field that is named like a secret holds something else: names of
 * Secrets and of variables, and values that are encrypted.
 */
const NAMES_ONLY: RegExp[] = [
  /^secrets\.(names|sealed|store|remotePath)\b/,
  /^host\.environmentKeys\b/,
  // The agent reads the value from this path of Vault.
  /\["vault\.hashicorp\.com\/agent-inject-secret-[^"]+"\]$/,
];

/** Fields that hold the value of what they are in. */
const VALUE_FIELDS =
  /^(?:value|literal|inline|plain|plaintext|stringValue|content)$/;

/** A credential in this field, by what it says or by what stands beside it. */
export function findCredential(
  field: StatedField,
  spec: unknown,
): EnvironmentSpecIssue | undefined {
  const value = textOf(field.value);
  if (value === undefined || value === '') return undefined;
  const place = formatPath(field.path);
  const reason = reasonIn(field, value, place, spec);
  if (!reason) return undefined;
  return {
    path: place,
    value: HIDDEN,
    message: `${reason}, and the spec is stored in Git.`,
    remedy: remedyFor(place),
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint'
    ? String(value)
    : undefined;
}

function reasonIn(
  field: StatedField,
  value: string,
  place: string,
  spec: unknown,
): string | undefined {
  const holding =
    field.what === 'value' && place.startsWith('extra.objects[')
      ? holdingOf(valueAt(spec, field.path.slice(0, 3)), field.path.slice(3))
      : undefined;
  if (holding === 'sealed') {
    return isSealed(value) ? undefined : 'This is not what kubeseal writes';
  }
  if (holding === 'literal' && isLiteral(value)) {
    return 'This is an unsealed secret';
  }
  if (looksLikeSecretValue(value)) return 'The text looks like a credential';
  return field.what === 'name' ||
    NAMES_ONLY.some(pattern => pattern.test(place))
    ? undefined
    : reasonBeside(field, value);
}

/** What makes a text a credential although it does not look like one. */
function reasonBeside(
  { path, parent, above }: StatedField,
  value: string,
): string | undefined {
  const last = path[path.length - 1];
  if (Array.isArray(parent)) {
    const list = String(path[path.length - 2]);
    if (isSecretField(list, value))
      return `${shown(list)} looks like a list of secrets`;
    return isCredentialArgument(parent, Number(last), above)
      ? 'The argument looks like a credential'
      : undefined;
  }
  if (!isRecord(parent)) return undefined;
  const name = String(last);
  if (VALUE_FIELDS.test(name)) {
    const stated = [parent.name, parent.key].find(
      candidate =>
        typeof candidate === 'string' && looksLikeSecret(candidate, value),
    );
    if (stated !== undefined)
      return `${shown(String(stated))} looks like a secret`;
    const around = String(path[path.length - 2]);
    if (isSecretName(around) && isLiteral(value)) {
      return `${shown(around)} looks like a secret`;
    }
  }
  // `envFrom` makes variables of them.
  const isSecret = isVariableOf(path, above) ? looksLikeSecret : isSecretField;
  return isSecret(name, value)
    ? `${shown(name)} looks like a secret`
    : undefined;
}

/** Whether the field is an entry of a ConfigMap that is named as variables are. */
function isVariableOf(path: readonly PropertyKey[], above: unknown): boolean {
  return (
    path.length === 5 &&
    path[3] === 'data' &&
    isRecord(above) &&
    above.kind === 'ConfigMap' &&
    /^[A-Z][A-Z0-9_]*$|__/.test(String(path[4]))
  );
}

/** A name may hold a credential itself. */
function shown(name: string): string {
  return looksLikeSecretValue(name) ? 'The value beside it' : name;
}

function remedyFor(place: string): string {
  if (/^(server|studio)\.env\[/.test(place)) {
    return 'Put it in a Secret in the namespace and write secret: { name, key } instead of value.';
  }
  if (place.startsWith('host.migrationArguments')) {
    return 'Put it in a Secret in the namespace, reference the Secret in server.env with secret: { name, key }, and use $(NAME) of that variable here.';
  }
  if (place.startsWith('extra.objects')) {
    return 'Put it in a Secret in the namespace and reference it, for example with secretKeyRef.';
  }
  return 'Remove it, and put secret values in a Secret in the namespace.';
}
