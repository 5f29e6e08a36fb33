import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Flex, Select, TextField } from '@backstage/ui';
import { FieldStatus } from '../FieldStatus';
import { FieldSurface } from '../FieldSurface';
import { findSection, SectionForm } from '../SpecSection';
import { readFormValues } from '../../utils/draftSpec';
import {
  type ScaffolderTexts,
  useScaffolderTexts,
} from '../../utils/useScaffolderTexts';
import { findNamespaceProblem, type Target } from './checkTarget';
import { type Clusters, useClusters } from './useClusters';

function describeStatus(clusters: Clusters, t: ScaffolderTexts): string {
  if (clusters.isLoading) {
    return t('target.loading');
  }
  if (clusters.error) {
    return t('target.clustersFailed', { message: clusters.error.message });
  }
  return clusters.names.length === 0 ? t('target.clustersMissing') : '';
}

function environmentName(formContext: unknown): string | undefined {
  const { metadata } = readFormValues(formContext);
  return typeof metadata === 'object' &&
    metadata !== null &&
    'name' in metadata &&
    typeof metadata.name === 'string'
    ? metadata.name
    : undefined;
}

type TargetPickerProps = FieldExtensionComponentProps<Target>;

/** A list where the clusters are known, a text field otherwise. */
function ClusterField(
  props: TargetPickerProps & { onCluster: (cluster: string) => void },
) {
  const { formData, onCluster, rawErrors = [], disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const clusters = useClusters();
  // Our own errors come from the validator, by the field that they are about.
  const problem = formData?.cluster ? undefined : rawErrors[0];
  const common = {
    label: t('target.cluster'),
    isRequired: true,
    validationBehavior: 'aria' as const,
    validate: () => problem ?? null,
  };
  return (
    <div>
      {clusters.names.length > 0 ? (
        <Select
          {...common}
          description={t('target.clusterDescription')}
          placeholder={t('target.clusterPlaceholder')}
          options={clusters.names.map(name => ({ value: name, label: name }))}
          value={formData?.cluster ?? null}
          onChange={cluster => onCluster(String(cluster ?? ''))}
          isDisabled={disabled || readonly}
        />
      ) : (
        <TextField
          {...common}
          description={t('target.clusterText')}
          value={formData?.cluster ?? ''}
          onChange={onCluster}
          isDisabled={disabled || clusters.isLoading}
          isReadOnly={readonly}
        />
      )}
      <FieldStatus
        text={describeStatus(clusters, t)}
        tone={clusters.error ? 'warning' : 'neutral'}
      />
    </div>
  );
}

/** Cluster and namespace, from the clusters that the portal itself watches. */
export function TargetPicker(props: TargetPickerProps) {
  const { formData = {}, onChange, disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const change = (part: Target) => {
    const next = { ...formData, ...part };
    onChange(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value)),
    );
  };
  const namespaceProblem = findNamespaceProblem(formData.namespace);
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <ClusterField {...props} onCluster={cluster => change({ cluster })} />
        <TextField
          label={t('target.namespace')}
          description={t('target.namespaceDescription')}
          placeholder={environmentName(props.formContext)}
          value={formData.namespace ?? ''}
          onChange={namespace => change({ namespace })}
          isDisabled={disabled}
          isReadOnly={readonly}
          validationBehavior="aria"
          validate={() => namespaceProblem ?? null}
        />
        <SectionForm
          section={findSection('kubernetes')}
          values={readFormValues(props.formContext)}
          value={formData}
          onChange={target => onChange(target ?? {})}
          isRefused={false}
          isDisabled={disabled || readonly}
        />
      </Flex>
    </FieldSurface>
  );
}
