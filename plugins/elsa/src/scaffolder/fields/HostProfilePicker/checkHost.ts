import {
  HOST_PROFILE_IDS,
  type HostProfileId,
  hostProfiles,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { checkField, describeIssue } from '../../utils/draftSpec';

/** The fields of the spec's `host` that the picker asks for. */
export interface Host {
  profile?: string;
  server?: { repository?: string; tag?: string };
}

/** The chosen profile, or the default one. */
export function profileOf(host: Host): HostProfileId {
  return HOST_PROFILE_IDS.find(id => id === host.profile) ?? 'official';
}

/** What is wrong with a part of the image that was filled in. */
export function findImageProblem(
  part: 'repository' | 'tag',
  host: Host,
): string | undefined {
  const value = host.server?.[part];
  if (!value) {
    return undefined;
  }
  const path = `host.server.${part}`;
  const issue = checkField(path, {
    host: { profile: profileOf(host), server: host.server },
  });
  return issue?.path === path ? describeIssue(issue) : undefined;
}

/** Whether the profile has no image of its own and the user named none. */
export function isImageMissing(host: Host): boolean {
  const { images } = hostProfiles[profileOf(host)];
  return (
    images.server === undefined && !(host.server?.repository && host.server.tag)
  );
}
