import { Skeleton, Text } from '@backstage/ui';
import {
  HealthLabel,
  useEnvironment,
} from '@elsa-portal/backstage-plugin-elsa/shared';
import { useScaffolderTexts } from '../utils/useScaffolderTexts';
import styles from './TemplateOutputs.module.css';

// The catalog has not read the entity yet, or may not show it.
function isNotFound(error: Error): boolean {
  return (
    error.name === 'NotFoundError' ||
    ('statusCode' in error && error.statusCode === 404)
  );
}

/** Health of the new environment, from the moment that the catalog knows it. */
export function LiveState(props: { entityRef: string }) {
  const { t } = useScaffolderTexts();
  const { data, error, isLoading } = useEnvironment(props.entityRef);
  if (isLoading) {
    return <Skeleton height={24} aria-label={t('outputs.loading')} />;
  }
  if (!data) {
    return (
      <Text as="p">
        {error && !isNotFound(error)
          ? t('outputs.failed', { message: error.message })
          : t('outputs.waitingCatalog')}
      </Text>
    );
  }
  const { status, isPartial, reasons } = data.health;
  const isNothingThere = data.components.length === 0;
  return (
    <div className={styles.live}>
      <HealthLabel health={status} isPartial={isPartial} variant="badge" />
      <Text as="p">
        {isNothingThere && t('outputs.waiting')}
        {!isNothingThere && status === 'Healthy' && t('outputs.healthy')}
        {!isNothingThere && status !== 'Healthy' && reasons[0]?.message}
      </Text>
    </div>
  );
}
