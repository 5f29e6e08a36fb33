/** Elsa's version as far as a text tells it. */
export interface ElsaVersion {
  major: number;
  /** Absent where the text tells the major version alone, such as `3`. */
  minor?: number;
  patch: number;
  /** What stands before the release, such as `rc2`; a commit is no such thing. */
  candidate?: string;
}

/** Numbers with dots between them, such as `3.6.3.1` and `3.6.x`. */
const NUMBERS = /[0-9]+(?:\.(?:[0-9]+|x))*/g;

const CANDIDATE =
  /(?:^|[^a-z])((?:rc|alpha|beta|preview|pre|dev|ci|nightly|snapshot|build|main|master|test|canary|next).*)$/i;

/**
 * All versions that a tag tells: `3.6`, `v3.6.3`, `release-3.6.3`,
 * `3.6.3_amd64` and `3.8.0-rc2` tell one, and `3` tells its first number.
 * Numbers of other programs behind Elsa's own (`3.9.0-net10.0`) do not count,
 * and a commit, a date or a branch tells nothing.
 */
export function readVersions(tag: string): ElsaVersion[] {
  const candidate = CANDIDATE.exec(tag)?.[1];
  const versions = [...tag.matchAll(NUMBERS)]
    .map(({ 0: text, index }) => ({
      numbers: text.split('.'),
      isLeading: /^v?$/i.test(tag.slice(0, index)),
    }))
    .filter(
      ({ numbers: [major, ...rest], isLeading }) =>
        rest.length > 0 && (major === '3' || (isLeading && major.length <= 3)),
    )
    .map(({ numbers: [major, minor, patch] }) => ({
      major: Number(major),
      ...(minor !== 'x' && { minor: Number(minor) }),
      patch: patch === undefined || patch === 'x' ? 0 : Number(patch),
      ...(candidate !== undefined && { candidate }),
    }));
  if (versions.length > 0) return versions;
  return /(^|[-_+])v?3($|[-_+])/i.test(tag) ? [{ major: 3, patch: 0 }] : [];
}
