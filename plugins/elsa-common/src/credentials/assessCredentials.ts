import { type ElsaVersion, readVersions } from './elsaVersion';
import {
  officialAppCredentials,
  PUBLIC_CREDENTIALS,
} from './publicCredentials';
import type { PublicCredential, PublicCredentials } from './types';

/** A server image, as a spec or a pod names it. @public */
export interface CredentialsImage {
  /** Registry and path, without tag and digest. */
  repository: string;
  tag?: string;
  /** Elsa's version where somebody states it; it never clears what the image's own name or tag says. */
  version?: string;
}

/**
 * What is known of an image's public credentials.
 *
 * - `public`: the image accepts published credentials; `finding` names it
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
 * Where name, tag and stated version tell more than one version, the one that
 * is worst counts. An image of one's own is judged by its stated version alone,
 * and only to say that it has them.
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
  if (known) {
    return worstOf(
      versionsOf(image, known, line !== undefined).map(version =>
        verdictOn(version, known),
      ),
    );
  }
  const own = worstOf(
    readVersions(image.version ?? '').map(version =>
      verdictOn(version, officialAppCredentials),
    ),
  );
  return own.verdict === 'public' ? own : { verdict: 'unknown' };
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
  if (!line) return undefined;
  const [lowest] = versionsOf({ repository, tag }, line, true)
    .filter(({ minor }) => minor !== undefined)
    .sort((a, b) => a.major - b.major || (a.minor ?? 0) - (b.minor ?? 0));
  return lowest && `${lowest.major}.${lowest.minor}`;
}

/** The line of images that a repository's name belongs to, in any registry. */
function lineOf(repository: string): PublicCredentials | undefined {
  const parts = repository.split('/');
  const name = parts[parts.length - 1] ?? '';
  return PUBLIC_CREDENTIALS.find(
    ({ imageName, organisation }) =>
      imageName.test(name) ||
      (organisation !== undefined &&
        organisation.imageName.test(name) &&
        parts[parts.length - 2] === organisation.name),
  );
}

function versionsOf(
  { repository, tag = '', version = '' }: CredentialsImage,
  { versionInName }: PublicCredentials,
  isNamed: boolean,
): ElsaVersion[] {
  if (versionInName) {
    const inName = versionInName.exec(repository.split('/').pop() ?? '');
    // A mirror of such an image under another name still holds the last of the line.
    return [{ major: 3, minor: Number((inName ?? [])[1] ?? 5), patch: 0 }];
  }
  const ofTag = readVersions(tag);
  const stated = readVersions(version);
  // Others number their mirrors as they like, but a version of Elsa 3 is hardly that.
  const isOwnNumber = !isNamed && stated.length > 0;
  return [
    ...(isOwnNumber ? ofTag.filter(({ major }) => major === 3) : ofTag),
    ...stated,
  ];
}

function verdictOn(
  version: ElsaVersion,
  known: PublicCredentials,
): CredentialsVerdict {
  const { major, minor } = version;
  if (major !== 3 || minor === undefined) return { verdict: 'unproven' };
  if (minor < known.firstMinorWithout) {
    const text = `3.${minor}`;
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

/** The worst of what is known; nothing at all proves nothing. */
function worstOf(verdicts: readonly CredentialsVerdict[]): CredentialsVerdict {
  const [oldest] = verdicts
    .filter(found => found.verdict === 'public')
    .sort((a, b) => Number(a.version.slice(2)) - Number(b.version.slice(2)));
  if (oldest) return oldest;
  const isProven =
    verdicts.length > 0 && verdicts.every(({ verdict }) => verdict === 'none');
  return { verdict: isProven ? 'none' : 'unproven' };
}

function isKnownToBeWithout(
  { minor = 0, patch, candidate }: ElsaVersion,
  { firstMinorWithout, firstCandidateWithout }: PublicCredentials,
): boolean {
  if (candidate === undefined || minor > firstMinorWithout || patch > 0) {
    return true;
  }
  const [, number] = /^rc\.?([0-9]+)/i.exec(candidate) ?? [];
  return number !== undefined && Number(number) >= firstCandidateWithout;
}
