import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { FieldStatus } from '../FieldStatus';
import { FieldSurface } from '../FieldSurface';
import {
  type ScaffolderTexts,
  useScaffolderTexts,
} from '../../utils/useScaffolderTexts';
import { type NameCheck, useNameCheck } from './useNameCheck';

function describeError(
  check: NameCheck,
  t: ScaffolderTexts,
): string | undefined {
  if (check.state === 'invalid') {
    return check.problem;
  }
  return check.state === 'taken'
    ? t('name.taken', { entityRef: check.entityRef })
    : undefined;
}

function describeStatus(check: NameCheck, t: ScaffolderTexts): string {
  switch (check.state) {
    case 'checking':
      return t('name.checking');
    case 'free':
      return t('name.free');
    case 'unchecked':
      return t('name.unchecked', { message: check.message });
    default:
      return '';
  }
}

/** Name of the environment, checked while it is typed. */
export function EnvironmentName(props: FieldExtensionComponentProps<string>) {
  const { formData = '', onChange, schema, required, rawErrors = [] } = props;
  const { t } = useScaffolderTexts();
  const check = useNameCheck(formData);
  const error =
    describeError(check, t) ?? (formData ? undefined : rawErrors[0]);
  return (
    <FieldSurface>
      <TextField
        id={props.idSchema?.$id}
        label={schema.title ?? t('name.title')}
        description={schema.description ?? t('name.description')}
        value={formData}
        onChange={value => onChange(value === '' ? undefined : value)}
        isRequired={required}
        isDisabled={props.disabled}
        isReadOnly={props.readonly}
        validationBehavior="aria"
        validate={() => error ?? null}
        autoComplete="off"
        spellCheck="false"
      />
      <FieldStatus
        text={describeStatus(check, t)}
        tone={check.state === 'unchecked' ? 'warning' : 'neutral'}
      />
    </FieldSurface>
  );
}
