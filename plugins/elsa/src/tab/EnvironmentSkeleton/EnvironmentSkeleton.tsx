import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { useTexts } from '../../ui/useTexts';
import view from '../EnvironmentView/EnvironmentView.module.css';
import glance from '../Glance/Glance.module.css';
import tones from '../../ui/tones.module.css';

/** The shape of the tab while its first figures are on their way. */
export function EnvironmentSkeleton() {
  const { t } = useTexts();
  return (
    <div className={`${tones.root} ${view.root}`} aria-busy>
      <VisuallyHidden role="status">{t('states.loading')}</VisuallyHidden>
      <Skeleton width="100%" height={50} />
      <div className={glance.glance} aria-hidden>
        <Skeleton width="100%" height={208} />
        <Skeleton width="100%" height={208} />
        <Skeleton width="100%" height={208} />
      </div>
      <Skeleton height={20} width="60%" />
      <Skeleton width="100%" height={160} />
    </div>
  );
}
