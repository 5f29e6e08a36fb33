import type { SecurityFinding } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiShieldKeyholeFill } from '@remixicon/react';
import { useTexts } from '../useTexts';
import { Notice } from '../Notice';

/** Warns of images that accept published credentials. Does not affect the health status. */
export function SecurityNotice({ findings }: { findings?: SecurityFinding[] }) {
  const { t } = useTexts();
  return findings?.map(({ id, version, image }) => (
    <Notice
      key={image}
      appearance={{ tone: 'negative', icon: RiShieldKeyholeFill }}
      title={t('security.title', { version, finding: id })}
    >
      {t('security.body', { image })}
    </Notice>
  ));
}
