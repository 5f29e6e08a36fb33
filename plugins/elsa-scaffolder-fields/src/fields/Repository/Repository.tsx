import { Flex, Radio, RadioGroup } from '@backstage/ui';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { FieldStatus } from '../FieldStatus';
import { FieldSurface } from '../FieldSurface';
import { AddressInputs } from './AddressInputs';
import { HostInput } from './HostInput';
import { readOptions } from './readOptions';
import { writeParts } from './repositoryValue';
import {
  type RepositoryProps,
  type RepositoryState,
  useRepository,
} from './useRepository';
import { useUserToken } from './useUserToken';

/** Whether the repository is made, or exists. */
function ModeChoice(props: RepositoryProps & { repository: RepositoryState }) {
  const { repository, onChange, disabled, readonly } = props;
  const { host, mode, parts } = repository;
  const { t } = useScaffolderTexts();
  if (!host) {
    return null;
  }
  return (
    <RadioGroup
      label={t('repository.mode')}
      value={mode}
      onChange={next =>
        onChange(
          writeParts(host, next === 'existing' ? 'existing' : 'new', parts),
        )
      }
      isDisabled={disabled}
      isReadOnly={readonly}
    >
      <Radio value="new">
        {t(
          host.kind === 'git'
            ? 'repository.startEmpty'
            : 'repository.createNew',
        )}
      </Radio>
      <Radio value="existing">{t('repository.addToExisting')}</Radio>
    </RadioGroup>
  );
}

/** Where the environment is published: a Git server that the portal knows, and a repository there. */
export function Repository(props: RepositoryProps) {
  const { disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const repository = useRepository(props);
  const { requestUserCredentials } = readOptions(props.uiSchema);
  const token = useUserToken(repository.host, requestUserCredentials);
  if (repository.hosts.length === 0) {
    return (
      <FieldSurface>
        <FieldStatus text={t('repository.hostsMissing')} tone="warning" />
      </FieldSurface>
    );
  }
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <HostInput
          repository={repository}
          token={token}
          isDisabled={disabled || readonly}
        />
        <ModeChoice {...props} repository={repository} />
        <AddressInputs
          repository={repository}
          isDisabled={disabled}
          isReadOnly={readonly}
        />
      </Flex>
    </FieldSurface>
  );
}
