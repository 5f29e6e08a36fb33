import { assessCredentials } from '../credentials';
import type { ComponentStatus, SecurityFinding } from '../status/types';
import { parseImage } from './snapshot/images';

/**
 * Images with public credentials that pods really run, whoever deployed them
 * and whatever a spec acknowledged. The label `app.kubernetes.io/version` may
 * show such a version where the image does not tell one; it never clears one.
 *
 * @public
 */
export function securityFindings(
  components: readonly Pick<ComponentStatus, 'images' | 'version'>[],
): SecurityFinding[] {
  const found = new Map<string, SecurityFinding>();
  for (const { images, version } of components) {
    for (const { image, pods } of images.flatMap(({ running }) => running)) {
      const { repository, tag } = parseImage(image);
      const verdict = assessCredentials({ repository, tag, version });
      if (verdict.verdict !== 'public') continue;
      const known = found.get(image);
      found.set(image, {
        id: verdict.finding,
        version: verdict.version,
        image,
        pods: (known?.pods ?? 0) + pods,
      });
    }
  }
  return [...found.values()].sort((a, b) => (a.image < b.image ? -1 : 1));
}
