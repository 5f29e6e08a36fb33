import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import type { OwnershipStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { RiUserUnfollowLine } from '@remixicon/react';
import { useTexts } from '../useTexts';
import { StatusLabel } from '../StatusLabel';
import styles from './OwnerName.module.css';

const MISSING = { tone: 'warning', icon: RiUserUnfollowLine } as const;

/** The owner as a link; an owner that does not exist as a warning. */
export function OwnerName(props: {
  owner?: string;
  state: OwnershipStatus['state'];
}) {
  const { owner, state } = props;
  const { t } = useTexts();
  if (!owner) {
    return (
      <StatusLabel appearance={MISSING}>
        {t('delivery.ownerUnowned')}
      </StatusLabel>
    );
  }
  if (state === 'owner-missing') {
    return (
      <span className={styles.missing}>
        <span className={styles.name} title={owner}>
          {humanizeEntityRef(parseEntityRef(owner), { defaultKind: 'group' })}
        </span>
        <StatusLabel appearance={MISSING}>
          {t('delivery.ownerMissing')}
        </StatusLabel>
      </span>
    );
  }
  return (
    <EntityRefLink
      entityRef={owner}
      defaultKind="group"
      hideIcon
      className={styles.name}
    />
  );
}
