import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Select, TextField } from '@backstage/ui';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import {
  type ScaffolderTexts,
  useScaffolderTexts,
} from '../../utils/useScaffolderTexts';
import { FieldStatus } from '../FieldStatus';
import { FieldSurface } from '../FieldSurface';
import { useOwners } from './useOwners';

type OwnerProps = FieldExtensionComponentProps<string>;

type Owners = ReturnType<typeof useOwners>;

/** Proposes the reader's team where there is only one. */
function useProposedOwner({ owners }: Owners, props: OwnerProps) {
  const { formData, onChange } = props;
  const ownTeams = owners.filter(
    ({ ref, isOwn }) => isOwn && ref.startsWith('group:'),
  );
  const obvious = ownTeams.length === 1 ? ownTeams[0].ref : undefined;
  useEffect(() => {
    if (obvious && !formData) {
      // At once: the form replaces all of its answers with those it knew, and
      // would lose what is typed before a later rendering.
      queueMicrotask(() => flushSync(() => onChange(obvious)));
    }
    // Only proposed: whoever empties the field is not contradicted.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [obvious]);
}

function describeStatus(
  { owners, isLoading, error }: Owners,
  t: ScaffolderTexts,
): string {
  if (isLoading) {
    return t('owner.loading');
  }
  if (error) {
    return t('owner.failed', { message: error.message });
  }
  return owners.length === 0 ? t('owner.none') : '';
}

/** The owners by their titles, and the present one even if it is not offered. */
function listOptions({ owners, isLoading }: Owners, present?: string) {
  const options = owners.map(({ ref, title }) => ({
    value: ref,
    label: title,
  }));
  const isOffered = owners.some(({ ref }) => ref === present);
  // From a link or a draft: shown, so that it can be changed.
  return present && !isOffered && !isLoading
    ? [...options, { value: present, label: present }]
    : options;
}

/** Who owns the environment: only those for whom the reader may create are offered. */
export function Owner(props: OwnerProps) {
  const { formData, onChange, rawErrors = [], disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const found = useOwners();
  const { owners, isLoading, error } = found;
  useProposedOwner(found, props);
  const problem = rawErrors[0] ?? null;
  const common = {
    label: props.schema.title ?? t('owner.title'),
    description: props.schema.description,
    isRequired: true,
    validationBehavior: 'aria' as const,
    validate: () => problem,
  };
  return (
    <FieldSurface>
      {error ? (
        <TextField
          {...common}
          value={formData ?? ''}
          onChange={onChange}
          isDisabled={disabled}
          isReadOnly={readonly}
        />
      ) : (
        <Select
          {...common}
          placeholder={t('owner.placeholder')}
          searchable={owners.length > 10}
          options={listOptions(found, formData)}
          value={formData ?? null}
          onChange={key => onChange(key === null ? undefined : String(key))}
          isDisabled={disabled || readonly || isLoading}
        />
      )}
      <FieldStatus
        // The list itself tells no error while nothing is chosen.
        text={problem && !formData ? problem : describeStatus(found, t)}
        tone={error || !isLoading ? 'warning' : 'neutral'}
      />
    </FieldSurface>
  );
}
