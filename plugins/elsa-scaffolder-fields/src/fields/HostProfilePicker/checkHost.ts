import { assessCredentials } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import {
  HOST_PROFILE_IDS,
  type HostImage,
  type HostProfileId,
  hostProfiles,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  checkField,
  checkForm,
  describeIssue,
  type FormValues,
} from '../../utils/draftSpec';

/** An image as the form asks for it. */
export interface Image {
  repository?: string;
  tag?: string;
  digest?: string;
}

/** The fields of the spec's `host` that the picker asks for. */
export interface Host {
  profile?: string;
  /** Elsa's version, where the image does not tell it. */
  version?: string;
  server?: Image;
  studio?: Image;
}

/** A part of an image that the user has to name. */
export type ImageField =
  { image: 'server'; part: keyof Image } | { image: 'studio'; part: 'digest' };

/** The chosen profile, or the default one. */
export function profileOf(host: Host): HostProfileId {
  return HOST_PROFILE_IDS.find(id => id === host.profile) ?? 'official';
}

/**
 * What a profile leaves to the user: the whole server image where it has none,
 * the digest of images that were never given a version.
 */
export function listImageFields(host: Host): ImageField[] {
  const { server, studio } = hostProfiles[profileOf(host)].images;
  const isPinned = (image: HostImage) => image.tag ?? image.digest;
  return [
    ...(server === undefined
      ? [
          { image: 'server', part: 'repository' } as const,
          { image: 'server', part: 'tag' } as const,
        ]
      : []),
    ...(server && !isPinned(server)
      ? [{ image: 'server', part: 'digest' } as const]
      : []),
    ...(isPinned(studio) ? [] : [{ image: 'studio', part: 'digest' } as const]),
  ];
}

/** What is wrong with a part of an image that was filled in. */
export function findImageProblem(
  { image, part }: ImageField,
  host: Host,
): string | undefined {
  if (!host[image]?.[part]) {
    return undefined;
  }
  const path = `host.${image}.${part}`;
  const issue = checkField(path, {
    host: { ...host, profile: profileOf(host) },
  });
  return issue?.path === path ? describeIssue(issue) : undefined;
}

/** Whether something that the profile leaves to the user was not filled in. */
export function isImageMissing(host: Host): boolean {
  return listImageFields(host).some(({ image, part }) => !host[image]?.[part]);
}

/** Whether one of Elsa's own images hides which version of Elsa is in it. */
export function isVersionAsked(host: Host): boolean {
  const { repository, tag } = host.server ?? {};
  const { publicCredentials } = hostProfiles[profileOf(host)];
  return (
    repository !== undefined &&
    tag !== undefined &&
    assessCredentials({ repository, tag }, publicCredentials).verdict ===
      'unproven'
  );
}

/** What is wrong with the version that was stated, or with none. */
export function findVersionProblem(host: Host): string | undefined {
  if (!isVersionAsked(host)) {
    return undefined;
  }
  const issue = checkField('host.version', {
    host: { ...host, profile: profileOf(host) },
  });
  return issue && describeIssue(issue);
}

/** What the image needs people to know before they leave the page. */
export function findUnacknowledged(
  host: Host,
  values: FormValues,
): string | undefined {
  const issue = checkForm({ ...values, host }).issues.find(
    ({ path }) => path === 'security.acknowledge',
  );
  return issue && describeIssue(issue);
}
