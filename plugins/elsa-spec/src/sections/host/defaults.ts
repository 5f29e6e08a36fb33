import type { ParsedEnvironmentSpec } from '../schema';
import type { HostImage, HostProfile } from '../../profiles';

export function completeHost(
  spec: ParsedEnvironmentSpec,
  { images }: HostProfile,
) {
  return {
    ...spec.host,
    server: completeImage(spec.host.server, images.server),
    studio: completeImage(spec.host.studio, images.studio),
  };
}

/** A stated digest, tag or repository replaces the whole of what the profile pins. */
function completeImage(
  image: ParsedEnvironmentSpec['host']['server'],
  fallback: HostImage | undefined,
): HostImage {
  const repository = image.repository ?? fallback?.repository ?? '';
  if (image.tag || image.digest) {
    return { repository, tag: image.tag, digest: image.digest };
  }
  // Another repository has other tags, except a mirror of the same image.
  const isSameImage =
    repository.split('/').pop() === fallback?.repository.split('/').pop();
  return isSameImage
    ? { repository, tag: fallback?.tag, digest: fallback?.digest }
    : { repository };
}
