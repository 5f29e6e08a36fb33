import {
  ELSA_ENVIRONMENT_ANNOTATION,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiSettings3Line } from '@remixicon/react';
import { useTexts } from '../../ui/useTexts';
import { CopyableCommand } from '../../ui/CopyableCommand';
import { Notice } from '../../ui/Notice';

const EXAMPLES = [
  [ELSA_ENVIRONMENT_ANNOTATION, 'payments-production'],
  [KUBERNETES_CLUSTER_ANNOTATION, 'production-eu'],
  [KUBERNETES_NAMESPACE_ANNOTATION, 'payments-elsa'],
] as const;

/** Names the annotations that are missing, ready to be copied. */
export function NotConfigured() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const missing = EXAMPLES.filter(
    ([annotation]) => !entity.metadata.annotations?.[annotation],
  );
  const yaml = [
    'metadata:',
    '  annotations:',
    ...missing.map(([annotation, example]) => `    ${annotation}: ${example}`),
  ].join('\n');
  return (
    <Notice
      appearance={{ tone: 'warning', icon: RiSettings3Line }}
      title={t('states.notConfiguredTitle')}
    >
      <CopyableCommand title={t('states.notConfiguredBody')} command={yaml} />
    </Notice>
  );
}
