import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Button, Flex, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { checkForm, readFormValues } from '../../utils/draftSpec';
import { FieldSurface } from '../FieldSurface';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { createSlo, type Slo } from './objective';
import { SloForm } from './SloForm';

type SloEditorProps = FieldExtensionComponentProps<Slo[]>;

/** The preset's objectives hold; own ones start as a copy of them. */
function PresetSlos({ onChange, formContext, ...props }: SloEditorProps) {
  const { t } = useScaffolderTexts();
  const startFromPreset = () => {
    const { slos: _own, ...values } = readFormValues(formContext);
    const spec = checkForm(values).environment?.spec;
    onChange(spec?.slos.length ? spec.slos : [createSlo([])]);
  };
  return (
    <>
      <Text>{t('slo.fromPreset')}</Text>
      <Button
        variant="secondary"
        onPress={startFromPreset}
        isDisabled={props.disabled || props.readonly}
      >
        {t('slo.customize')}
      </Button>
    </>
  );
}

function OwnSlos(props: SloEditorProps & { slos: Slo[] }) {
  const { slos, onChange } = props;
  const { t } = useScaffolderTexts();
  const isDisabled = props.disabled || props.readonly;
  const replace = (index: number, slo?: Slo) =>
    onChange(slos.flatMap((old, i) => (i === index ? (slo ?? []) : old)));
  return (
    <>
      {slos.length === 0 && <Text>{t('slo.none')}</Text>}
      {slos.map((slo, index) => (
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
          onPress={() => onChange([...slos, createSlo(slos)])}
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
    </>
  );
}

/** Objectives of the environment: those of the preset until the user defines own ones. */
export function SloEditor(props: SloEditorProps) {
  const { t } = useScaffolderTexts();
  const title = props.schema.title ?? t('slo.title');
  return (
    <FieldSurface>
      <Flex direction="column" gap="3" role="group" aria-label={title}>
        <Text weight="bold">{title}</Text>
        {props.formData === undefined ? (
          <PresetSlos {...props} />
        ) : (
          <OwnSlos {...props} slos={props.formData} />
        )}
      </Flex>
    </FieldSurface>
  );
}
