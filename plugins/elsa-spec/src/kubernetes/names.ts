/** Kubernetes' own rules for names, labels and annotations (apimachinery `util/validation`). */

/** RFC 1123 label: namespaces, most object names. */
export const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** RFC 1035 label: Services, and so everything that a Service is named after. */
export const DNS_1035_LABEL = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** RFC 1123 subdomain: Secrets, ConfigMaps, storage classes, custom resources. */
export const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** Name part of a label or annotation key. */
const QUALIFIED_NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** Keys of Secrets and ConfigMaps. */
export const DATA_KEY = /^[-._a-zA-Z0-9]+$/;

/** Environment variables that every shell and .NET's configuration accept. */
export const ENVIRONMENT_VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

const MAX_LABEL = 63;
const MAX_SUBDOMAIN = 253;

/** @public */
export function isDnsLabel(value: string): boolean {
  return value.length <= MAX_LABEL && DNS_LABEL.test(value);
}

export function isDns1035Label(value: string): boolean {
  return value.length <= MAX_LABEL && DNS_1035_LABEL.test(value);
}

export function isDnsSubdomain(value: string): boolean {
  return value.length <= MAX_SUBDOMAIN && DNS_SUBDOMAIN.test(value);
}

/** Label or annotation key: optional DNS prefix, a slash, a name of up to 63 characters. */
export function isQualifiedName(value: string): boolean {
  const parts = value.split('/');
  if (parts.length > 2) return false;
  const name = parts[parts.length - 1];
  if (parts.length === 2 && !isDnsSubdomain(parts[0])) return false;
  return name.length <= MAX_LABEL && QUALIFIED_NAME.test(name);
}

/** Label value: empty, or like the name part of a key. */
export function isLabelValue(value: string): boolean {
  return (
    value === '' || (value.length <= MAX_LABEL && QUALIFIED_NAME.test(value))
  );
}
