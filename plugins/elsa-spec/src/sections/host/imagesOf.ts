import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  assessCredentials,
  type CredentialsVerdict,
} from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { parseImage } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type { Sections } from '../Rule';
import type { HostImage, HostProfile } from '../../profiles';

/** An image that the environment runs, and what is known of its credentials. */
export interface JudgedImage {
  /** Where the spec names it, such as `host.server` and `extra.objects[0]`. */
  path: string;
  /** With its tag. */
  name: string;
  found: CredentialsVerdict;
}

/** Repository and tag. */
export const nameOf = ({ repository, tag }: HostImage) =>
  `${repository}${tag ? `:${tag}` : ''}`;

/**
 * Images anywhere in an object, whatever its kind calls the field: `image` of a
 * container, `imageName` of an operator, or an `image` of repository and tag.
 */
export function imagesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(imagesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, field]) =>
    /image/i.test(key) ? imagesOfField(field) : imagesIn(field),
  );
}

function imagesOfField(field: unknown): string[] {
  if (typeof field === 'string') return [field];
  if (!isRecord(field) || typeof field.repository !== 'string') {
    return imagesIn(field);
  }
  const { repository, tag } = field;
  return [tag ? `${repository}:${String(tag)}` : repository];
}

/** Every image that a spec runs: whichever holds a server can be reached. */
export function judgedImages(
  { host, studio, extra }: Sections<'host' | 'studio' | 'extra'>,
  { publicCredentials }: HostProfile,
): JudgedImage[] {
  return [
    {
      path: 'host.server',
      name: nameOf(host.server),
      found: assessCredentials(
        { ...host.server, version: host.version },
        publicCredentials,
      ),
    },
    ...(studio.enabled
      ? [
          {
            path: 'host.studio',
            name: nameOf(host.studio),
            found: assessCredentials(host.studio),
          },
        ]
      : []),
    ...extra.objects.flatMap((object, index) =>
      [...new Set(imagesIn(object))].map(name => ({
        path: `extra.objects[${index}]`,
        name,
        found: assessCredentials(parseImage(name)),
      })),
    ),
  ];
}
