/**
 * Whether an entity may name a cluster so. The Kubernetes plugin lets platform
 * teams name clusters freely (Amazon's names are ARNs), but sends the name in
 * an HTTP header, which loses spaces at its ends and takes ASCII alone.
 *
 * @public
 */
export function isClusterName(value: string): boolean {
  return /^[\x21-\x7e]([\x20-\x7e]{0,238}[\x21-\x7e])?$/.test(value);
}
