import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Button, Flex, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { checkForm, readFormValues } from '../../utils/draftSpec';
import { FieldSurface } from '../FieldSurface';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { createSlo, type Slo } from './objective';
import { SloForm } from './SloForm';

/** Objectives of the environment: those of the preset until the user defines own ones. */
export function SloEditor(props: FieldExtensionComponentProps<Slo[]>) {
  const { formData, onChange, schema, disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const isDisabled = disabled || readonly;
  const title = schema.title ?? t('slo.title');

  if (formData === undefined) {
    const startFromPreset = () => {
      const { slos: _own, ...values } = readFormValues(props.formContext);
      const { spec } = checkForm(values);
      onChange(spec?.slos.length ? spec.slos : [createSlo([])]);
    };
    return (
      <FieldSurface>
        <Flex direction="column" gap="3" role="group" aria-label={title}>
          <Text weight="bold">{title}</Text>
          <Text>{t('slo.fromPreset')}</Text>
          <Button
            variant="secondary"
            onPress={startFromPreset}
            isDisabled={isDisabled}
          >
            {t('slo.customize')}
          </Button>
        </Flex>
      </FieldSurface>
    );
  }

  const replace = (index: number, slo?: Slo) =>
    onChange(formData.flatMap((old, i) => (i === index ? (slo ?? []) : old)));
  return (
    <FieldSurface>
      <Flex direction="column" gap="3" role="group" aria-label={title}>
        <Text weight="bold">{title}</Text>
        {formData.length === 0 && <Text>{t('slo.none')}</Text>}
        {formData.map((slo, index) => (
          // Names change while they are typed, so the place is the identity.
          // eslint-disable-next-line react/no-array-index-key
          <SloForm
            key={index}
            slo={slo}
            onChange={changed => replace(index, changed)}
            onRemove={() => replace(index)}
            isDisabled={isDisabled}
          />
        ))}
        <Flex gap="2">
          <Button
            variant="secondary"
            iconStart={<RiAddLine aria-hidden />}
            onPress={() => onChange([...formData, createSlo(formData)])}
            isDisabled={isDisabled}
          >
            {t('slo.add')}
          </Button>
          <Button
            variant="tertiary"
            onPress={() => onChange(undefined)}
            isDisabled={isDisabled}
          >
            {t('slo.usePreset')}
          </Button>
        </Flex>
      </Flex>
    </FieldSurface>
  );
}
