import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import {
  HOST_PROFILE_IDS,
  hostProfiles,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { Flex, Radio, RadioGroup, TextField } from '@backstage/ui';
import { FieldSurface } from '../FieldSurface';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { findImageProblem, type Host, profileOf } from './checkHost';
import { ProfileFacts } from './ProfileFacts';

/** Kind of Elsa image, with what it allows, and the image where it is the user's own. */
export function HostProfilePicker(props: FieldExtensionComponentProps<Host>) {
  const { formData = {}, onChange, schema, disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const profile = hostProfiles[profileOf(formData)];
  const needsImage = profile.images.server === undefined;
  const image = formData.server ?? {};
  const changeImage = (part: { repository?: string; tag?: string }) => {
    const server = Object.fromEntries(
      Object.entries({ ...image, ...part }).filter(([, value]) => value),
    );
    onChange({ ...formData, server });
  };
  const repositoryProblem = findImageProblem('repository', formData);
  const tagProblem = findImageProblem('tag', formData);
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <RadioGroup
          label={schema.title ?? t('profile.title')}
          description={schema.description}
          value={profile.id}
          onChange={id =>
            // An image of one's own belongs to the profile that asks for it.
            onChange({ ...formData, profile: id, server: undefined })
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
        <ProfileFacts profile={profile} />
        {needsImage && (
          <>
            <TextField
              label={t('profile.imageRepository')}
              description={t('profile.imageRepositoryDescription')}
              value={image.repository ?? ''}
              onChange={repository => changeImage({ repository })}
              isRequired
              isDisabled={disabled}
              validationBehavior="aria"
              validate={() => repositoryProblem ?? null}
            />
            <TextField
              label={t('profile.imageTag')}
              description={t('profile.imageTagDescription')}
              value={image.tag ?? ''}
              onChange={tag => changeImage({ tag })}
              isRequired
              isDisabled={disabled}
              validationBehavior="aria"
              validate={() => tagProblem ?? null}
            />
          </>
        )}
      </Flex>
    </FieldSurface>
  );
}
