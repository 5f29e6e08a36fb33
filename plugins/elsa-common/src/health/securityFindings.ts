import { assessCredentials } from '../credentials';
import type { ComponentStatus, SecurityFinding } from '../contract';
import { parseImage } from './snapshot/images';
import type { ObservedImage } from './snapshot/observedImages';

/**
 * Images with public credentials that pods really run, whoever deployed them
 * and whatever a spec acknowledged. The label `app.kubernetes.io/version` may
 * show such a version where the image does not tell one; it never clears one.
 */
export function findingsIn(
  observed: readonly ObservedImage[],
): SecurityFinding[] {
  const found = new Map<string, SecurityFinding>();
  for (const { image, pods, version } of observed) {
    const { repository, tag } = parseImage(image);
    const ofImage = assessCredentials({ repository, tag });
    const verdict =
      ofImage.verdict === 'unproven'
        ? assessCredentials({ repository, tag, version })
        : ofImage;
    if (verdict.verdict !== 'public') continue;
    const known = found.get(image);
    found.set(image, {
      id: verdict.finding,
      version: verdict.version,
      image,
      pods: (known?.pods ?? 0) + pods,
    });
  }
  return [...found.values()].sort((a, b) => (a.image < b.image ? -1 : 1));
}

/**
 * The findings of components, for what was stored before all containers were
 * looked at.
 *
 * @public
 */
export function securityFindings(
  components: readonly Pick<ComponentStatus, 'images' | 'version'>[],
): SecurityFinding[] {
  return findingsIn(
    components.flatMap(({ images, version }) =>
      images.flatMap(({ running }) =>
        running.map(image => ({ ...image, version })),
      ),
    ),
  );
}
