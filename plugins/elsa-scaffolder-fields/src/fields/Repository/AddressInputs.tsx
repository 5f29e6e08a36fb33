import { TextField } from '@backstage/ui';
import { useScaffolderTexts } from '../../utils/useScaffolderTexts';
import { readPasted, type RepositoryProblem } from './repositoryValue';
import type { RepositoryState } from './useRepository';

interface AddressInputsProps {
  repository: RepositoryState;
  isDisabled?: boolean;
  isReadOnly?: boolean;
}

/** Properties of the input of one part of the address. */
function usePartProps(props: AddressInputsProps) {
  const { repository, isDisabled, isReadOnly } = props;
  const { t } = useScaffolderTexts();
  return (part: Exclude<RepositoryProblem, 'host'>) => ({
    value: repository.parts[part],
    onChange: (text: string) => repository.change({ [part]: text }),
    isRequired: true,
    isDisabled,
    isReadOnly,
    validationBehavior: 'aria' as const,
    validate: () =>
      repository.problem === part ? t(`repository.${part}Problem`) : null,
  });
}

/** The path on a server where Git alone is used; a pasted address is taken apart. */
function PathInput(props: AddressInputsProps) {
  const { hosts, change } = props.repository;
  const { t } = useScaffolderTexts();
  const partProps = usePartProps(props);
  return (
    <TextField
      {...partProps('path')}
      label={t('repository.path')}
      description={t('repository.pathDescription')}
      onChange={text => {
        const pasted = readPasted(text);
        const known = hosts.find(({ host }) => host === pasted?.host);
        return pasted && known
          ? change({ path: pasted.path }, { ...known, scheme: pasted.scheme })
          : change({ path: text });
      }}
    />
  );
}

/** Where the repository is on its server. */
export function AddressInputs(props: AddressInputsProps) {
  const { host } = props.repository;
  const { t } = useScaffolderTexts();
  const partProps = usePartProps(props);
  if (!host) {
    return null;
  }
  if (host.kind === 'git') {
    return <PathInput {...props} />;
  }
  return (
    <>
      <TextField
        {...partProps('owner')}
        label={t('repository.owner')}
        description={t(
          host.kind === 'github'
            ? 'repository.ownerGithub'
            : 'repository.ownerGitlab',
        )}
      />
      <TextField {...partProps('name')} label={t('repository.name')} />
    </>
  );
}
