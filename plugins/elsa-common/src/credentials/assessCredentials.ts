import { type ElsaVersion, parseElsaVersion } from './elsaVersion';
import { PUBLIC_CREDENTIALS } from './publicCredentials';
import type { PublicCredential, PublicCredentials } from './types';

/** A server image, as a spec or a pod names it. @public */
export interface CredentialsImage {
  /** Registry and path, without tag and digest. */
  repository: string;
  tag?: string;
  /** Elsa's version where somebody states it; an official image's own tag is believed first. */
  version?: string;
}

/**
 * What is known of an image's public credentials.
 *
 * - `public`: the image lets anybody in; `finding` names it
 * - `none`: its version is known to be without
 * - `unproven`: one of Elsa's own images, and nothing tells a version that is known
 * - `unknown`: not recognisably one of Elsa's images, so nothing is claimed
 *
 * @public
 */
export type CredentialsVerdict =
  | {
      verdict: 'public';
      /** Name under which a spec acknowledges it, such as `public-credentials-3.6`. */
      finding: string;
      /** Elsa's minor version, such as `3.6`. */
      version: string;
      credentials: readonly PublicCredential[];
    }
  | { verdict: 'none' | 'unproven' | 'unknown' };

/**
 * Tells from an image's name and version whether it has public credentials.
 *
 * @param isOfficial - somebody says that this is an official image, whatever it is called
 * @public
 */
export function assessCredentials(
  image: CredentialsImage,
  isOfficial: PublicCredentials | undefined = undefined,
): CredentialsVerdict {
  const line = lineOf(image.repository);
  const known = line ?? isOfficial;
  if (!known) return { verdict: 'unknown' };
  const version = versionOf(image, known, line !== undefined);
  if (version?.major !== 3) return { verdict: 'unproven' };
  if (version.minor < known.firstMinorWithout) {
    const text = `3.${version.minor}`;
    return {
      verdict: 'public',
      finding: `public-credentials-${text}`,
      version: text,
      credentials: known.credentials,
    };
  }
  return {
    verdict: isKnownToBeWithout(version, known) ? 'none' : 'unproven',
  };
}

/**
 * Elsa's minor version, such as `3.6`, as one of Elsa's own images tells it by
 * its name or tag; undefined where it does not, or where the image is no such.
 *
 * @public
 */
export function minorVersionOfImage({
  repository,
  tag,
}: Pick<CredentialsImage, 'repository' | 'tag'>): string | undefined {
  const line = lineOf(repository);
  const version = line && versionOf({ repository, tag }, line, true);
  return version && `${version.major}.${version.minor}`;
}

/** The line of images that a repository's name belongs to, in any registry. */
function lineOf(repository: string): PublicCredentials | undefined {
  const parts = repository.split('/');
  const name = parts[parts.length - 1] ?? '';
  return PUBLIC_CREDENTIALS.find(
    ({ imageName, organisation }) =>
      imageName.test(name) &&
      (!organisation?.imageName.test(name) ||
        parts[parts.length - 2] === organisation.name),
  );
}

function versionOf(
  { repository, tag, version }: CredentialsImage,
  { versionInName }: PublicCredentials,
  isNamed: boolean,
): ElsaVersion | undefined {
  const inName = versionInName?.exec(repository.split('/').pop() ?? '');
  if (versionInName) {
    // A mirror of such an image under another name still holds the last of the line.
    return { major: 3, minor: Number((inName ?? [])[1] ?? 5), patch: 0 };
  }
  const ofTag = tag === undefined ? undefined : parseElsaVersion(tag);
  const stated = version === undefined ? undefined : parseElsaVersion(version);
  // Others number their mirrors as they like.
  return isNamed ? (ofTag ?? stated) : (stated ?? ofTag);
}

function isKnownToBeWithout(
  { minor, patch, candidate }: ElsaVersion,
  { firstMinorWithout, firstCandidateWithout }: PublicCredentials,
): boolean {
  if (candidate === undefined || minor > firstMinorWithout || patch > 0) {
    return true;
  }
  const [, number] = /^rc\.?([0-9]+)/i.exec(candidate) ?? [];
  return number !== undefined && Number(number) >= firstCandidateWithout;
}
