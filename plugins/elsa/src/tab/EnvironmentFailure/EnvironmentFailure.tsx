import { getEntityRelations, useEntity } from '@backstage/plugin-catalog-react';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Button } from '@backstage/ui';
import { RiAlertFill, RiCloudOffLine, RiLockLine } from '@remixicon/react';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { useTexts } from '../../ui/useTexts';
import { classifyError } from '../../data/classifyError';
import { useErrorText } from '../../ui/useErrorText';
import { Notice } from '../../ui/Notice';

/** Stands in the place of the figures when none could ever be read. */
export function EnvironmentFailure(props: {
  error: Error;
  onRetry: () => void;
}) {
  const { error, onRetry } = props;
  const { t } = useTexts();
  const errorText = useErrorText();
  const kind = classifyError(error);
  const retry = (
    <Button size="small" variant="secondary" onPress={onRetry}>
      {t('states.retry')}
    </Button>
  );
  switch (kind) {
    case 'forbidden':
      return <ForbiddenNotice />;
    case 'signed-out':
      return (
        <Notice
          appearance={{ tone: 'warning', icon: RiLockLine }}
          title={t('states.signedOutTitle')}
          isLive
        >
          {t('states.signedOutBody')}
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice
          appearance={{ tone: 'negative', icon: RiCloudOffLine }}
          title={t('states.unreachableTitle')}
          actions={retry}
          isLive
        >
          {t('states.unreachableBody')}
        </Notice>
      );
    default:
      return (
        <Notice
          appearance={{ tone: 'negative', icon: RiAlertFill }}
          title={t('states.failedTitle')}
          actions={retry}
          isLive
        >
          {errorText(error)}
        </Notice>
      );
  }
}

/** Says who owns what the reader may not see. */
export function ForbiddenNotice() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  return (
    <Notice
      appearance={{ tone: 'warning', icon: RiLockLine }}
      title={t('states.forbiddenTitle')}
      isLive
    >
      {owner
        ? t('states.forbiddenBody', {
            owner: humanizeEntityRef(owner, { defaultKind: 'group' }),
          })
        : t('states.forbiddenBodyUnowned')}
    </Notice>
  );
}
