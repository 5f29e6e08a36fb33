import type { ImageStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useTexts } from '../useTexts';
import styles from './OtherImages.module.css';

/** Kubernetes adds the digest that it found under the tag that was asked for. */
function runsWanted(running: string, wanted: string): boolean {
  return running === wanted || running.startsWith(`${wanted}@`);
}

/**
 * What pods run in place of the image that they should, as they do in a
 * rollout; nothing where all run the one that was asked for.
 */
export function OtherImages({ image }: { image: ImageStatus }) {
  const { t } = useTexts();
  // A tag may have been moved: then pods run several images of one name.
  const others = image.running.filter(
    each => image.running.length > 1 || !runsWanted(each.image, image.wanted),
  );
  return (
    <>
      {others.map(each => (
        <span key={each.image} className={styles.drift}>
          {' '}
          {t('pods.imagesRunning', { count: each.pods, image: each.image })}
        </span>
      ))}
    </>
  );
}
