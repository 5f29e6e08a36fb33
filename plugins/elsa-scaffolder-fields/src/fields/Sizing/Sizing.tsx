import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  SIZES,
  type Size,
  sumRequestedResources,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { Flex, Radio, RadioGroup } from '@backstage/ui';
import { IssueList } from '../IssueList';
import { checkSizing, readFormValues } from '../../utils/draftSpec';
import { FieldSurface } from '../FieldSurface';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { ResourceTable } from './ResourceTable';

const PRESET = 'preset';

/** Size of the environment, with what it will request from the cluster. */
export function Sizing(props: FieldExtensionComponentProps<Size>) {
  const { formData, onChange, schema, disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const { environment, issues } = checkSizing({
    ...readFormValues(props.formContext),
    size: formData,
  });
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <RadioGroup
          label={schema.title ?? t('size.title')}
          description={schema.description}
          value={formData ?? PRESET}
          onChange={value => onChange(SIZES.find(size => size === value))}
          isDisabled={disabled}
          isReadOnly={readonly}
          orientation="horizontal"
        >
          <Radio value={PRESET}>{t('size.presetSize')}</Radio>
          {SIZES.map(size => (
            <Radio key={size} value={size}>
              {t(`size.${size}`)}
            </Radio>
          ))}
        </RadioGroup>
        {environment ? (
          <ResourceTable resources={sumRequestedResources(environment)} />
        ) : (
          <IssueList title={t('size.incomplete')} issues={issues} />
        )}
      </Flex>
    </FieldSurface>
  );
}
