/** Elsa's version as far as a tag tells it. */
export interface ElsaVersion {
  major: number;
  minor: number;
  patch: number;
  /** What stands before the release, such as `rc2`; a commit is no such thing. */
  candidate?: string;
}

/**
 * Reads `3.6`, `v3.6.3`, `3.6.1-sha-abc` and `3.8.0-rc2`. Other tags, such as a
 * commit, a date or a branch, tell no version.
 */
export function parseElsaVersion(tag: string): ElsaVersion | undefined {
  const [, major, minor, patch, rest] =
    /^v?([0-9]{1,3})\.([0-9]{1,3})(?:\.([0-9]{1,4}|x))?(?:[-+](.+))?$/.exec(
      tag,
    ) ?? [];
  if (major === undefined) return undefined;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: patch === undefined || patch === 'x' ? 0 : Number(patch),
    ...(rest !== undefined &&
      /^(rc|alpha|beta|preview|pre|dev|ci)/i.test(rest) && { candidate: rest }),
  };
}
