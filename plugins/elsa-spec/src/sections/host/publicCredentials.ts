import type { CredentialsVerdict } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import type { Sections } from '../Rule';
import type { HostProfile } from '../../profiles';
import { judgedImages, type JudgedImage } from './imagesOf';

/** Sections that name images. */
export type ImageSections = Sections<'host' | 'studio' | 'extra'>;

/** An image that accepts published credentials. */
export type PublicImage = JudgedImage & {
  found: Extract<CredentialsVerdict, { verdict: 'public' }>;
};

/** The images of a spec that accept published credentials, the server's first. */
export const publicImages = (
  spec: ImageSections,
  profile: HostProfile,
): PublicImage[] =>
  judgedImages(spec, profile).filter(
    (image): image is PublicImage => image.found.verdict === 'public',
  );

/** The images of Elsa's own whose version nothing tells. */
export const unprovenImages = (spec: ImageSections, profile: HostProfile) =>
  judgedImages(spec, profile).filter(
    ({ found }) => found.verdict === 'unproven',
  );

/**
 * What is known of the credentials of the images that a spec names: of the
 * first that accepts published credentials, else of the server's.
 *
 * @public
 */
export function credentialsOf(
  spec: ImageSections,
  profile: HostProfile,
): CredentialsVerdict {
  const all = judgedImages(spec, profile).map(({ found }) => found);
  return (
    all.find(({ verdict }) => verdict === 'public') ??
    all.find(({ verdict }) => verdict === 'unproven') ??
    all[0]
  );
}

/** Whether what the spec runs has to be kept from everybody. */
export const letsAnybodyIn = (spec: ImageSections, profile: HostProfile) =>
  ['public', 'unproven'].includes(credentialsOf(spec, profile).verdict);

/** Whether anybody outside could reach the server by what the spec describes. */
export const isExposed = ({ exposure }: Sections<'exposure'>) =>
  exposure.kind !== 'none';

/** Why, as a sentence's end. */
export const describeVerdict = (spec: ImageSections, profile: HostProfile) => {
  const [image] = publicImages(spec, profile);
  return image
    ? `Elsa ${image.found.version} lets anyone sign in as an administrator (${image.name})`
    : `${unprovenImages(spec, profile)[0]?.name} may let anyone sign in as an administrator`;
};

export const SAFE = 'Elsa 3.8 and later have none';
