/** `group:default/payments` from `payments`. */
export function fullReference(reference: string, kind: string): string {
  const [, statedKind, namespace, name] =
    /^(?:([^:/]+):)?(?:([^/]+)\/)?(.+)$/.exec(reference) ?? [];
  return `${(statedKind ?? kind).toLowerCase()}:${namespace ?? 'default'}/${name}`;
}
