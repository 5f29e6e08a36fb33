import { RiShieldKeyholeFill } from '@remixicon/react';
import { useTexts } from '../useTexts';
import { StatusLabel } from '../StatusLabel';

/** That a server accepts published credentials, in as many words as a row has room for. */
export function SecurityMark({ hint }: { hint?: string }) {
  const { t } = useTexts();
  return (
    <StatusLabel
      appearance={{ tone: 'negative', icon: RiShieldKeyholeFill }}
      title={hint ?? t('security.markHint')}
    >
      {t('security.mark')}
    </StatusLabel>
  );
}
