/** `host[:port]/path`, as the OCI distribution spec writes a repository's name. */
export const IMAGE_REPOSITORY =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*(:[0-9]{1,5})?\/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/;
export const IMAGE_TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
export const IMAGE_DIGEST = /^sha256:[a-f0-9]{64}$/;

/** Tags that move: the same manifest would start another program tomorrow. */
const MOVING_TAGS = /^(latest|stable|edge|main|master|nightly|dev|preview)$/i;

export function isPinnedTag(tag: string): boolean {
  return IMAGE_TAG.test(tag) && !MOVING_TAGS.test(tag);
}
