import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  HOST_PROFILE_IDS,
  hostProfiles,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { Flex, Radio, RadioGroup, TextField } from '@backstage/ui';
import { FieldSurface } from '../FieldSurface';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import {
  findImageProblem,
  findVersionProblem,
  type Host,
  type ImageField,
  isVersionAsked,
  listImageFields,
  profileOf,
} from './checkHost';
import { ProfileFacts } from './ProfileFacts';

function labelOf(field: ImageField) {
  if (field.image === 'studio') {
    return 'profile.studioDigest';
  }
  return (
    {
      repository: 'profile.serverRepository',
      tag: 'profile.serverTag',
      digest: 'profile.serverDigest',
    } as const
  )[field.part];
}

type PickerProps = FieldExtensionComponentProps<Host>;

function ProfileChoice(props: PickerProps) {
  const { formData = {}, onChange, schema, disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  return (
    <RadioGroup
      label={schema.title ?? t('profile.title')}
      description={schema.description}
      value={profileOf(formData)}
      onChange={id =>
        // An image of one's own belongs to the profile that asks for it.
        onChange({
          ...formData,
          profile: id,
          version: undefined,
          server: undefined,
          studio: undefined,
        })
      }
      isDisabled={disabled}
      isReadOnly={readonly}
    >
      {HOST_PROFILE_IDS.map(id => (
        <Radio key={id} value={id}>
          {hostProfiles[id].title}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** The parts of images that the profile leaves to the user. */
function ImageFields({ formData = {}, onChange, disabled }: PickerProps) {
  const { t } = useScaffolderTexts();
  const change = ({ image, part }: ImageField, value: string) => {
    const parts = Object.fromEntries(
      Object.entries({ ...formData[image], [part]: value }).filter(
        ([, text]) => text,
      ),
    );
    const changed = { ...formData, [image]: parts };
    onChange(
      isVersionAsked(changed) ? changed : { ...changed, version: undefined },
    );
  };
  return listImageFields(formData).map(field => {
    const { image, part } = field;
    const problem = findImageProblem(field, formData);
    return (
      <TextField
        key={`${profileOf(formData)}.${image}.${part}`}
        label={t(labelOf(field))}
        description={t(`profile.${part}Description`)}
        value={formData[image]?.[part] ?? ''}
        onChange={value => change(field, value)}
        isRequired
        isDisabled={disabled}
        validationBehavior="aria"
        validate={() => problem ?? null}
      />
    );
  });
}

function VersionField({ formData = {}, onChange, disabled }: PickerProps) {
  const { t } = useScaffolderTexts();
  return (
    <TextField
      label={t('profile.version')}
      description={t('profile.versionDescription')}
      value={formData.version ?? ''}
      onChange={version =>
        onChange({ ...formData, version: version || undefined })
      }
      isRequired
      isDisabled={disabled}
      validationBehavior="aria"
      validate={() =>
        (formData.version && findVersionProblem(formData)) || null
      }
    />
  );
}

/** Type of Elsa image, with what it allows, and the image where it is the user's own. */
export function HostProfilePicker(props: PickerProps) {
  const { formData = {} } = props;
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <ProfileChoice {...props} />
        <ProfileFacts profile={hostProfiles[profileOf(formData)]} />
        <ImageFields {...props} />
        {isVersionAsked(formData) && <VersionField {...props} />}
      </Flex>
    </FieldSurface>
  );
}
