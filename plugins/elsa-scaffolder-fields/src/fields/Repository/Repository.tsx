import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { Flex, Radio, RadioGroup, Select, TextField } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import {
  type ScaffolderTexts,
  useScaffolderTexts,
} from '../../utils/useScaffolderTexts';
import { FieldStatus } from '../FieldStatus';
import { FieldSurface } from '../FieldSurface';
import { listGitHosts } from './listGitHosts';
import { readOptions } from './readOptions';
import {
  findProblem,
  readParts,
  readPasted,
  type RepositoryParts,
  type RepositoryValue,
  writeParts,
} from './repositoryValue';
import { type UserToken, useUserToken } from './useUserToken';

function describeToken(token: UserToken, host: string, t: ScaffolderTexts) {
  switch (token.state) {
    case 'asking':
      return t('repository.tokenAsking', { host });
    case 'own':
      return t('repository.tokenOwn', { host });
    case 'portal':
      return t('repository.tokenPortal', { host });
    case 'failed':
      return t('repository.tokenFailed', { host, message: token.message });
    default:
      return '';
  }
}

/** Where the environment is published: a Git server that the portal knows, and a repository there. */
export function Repository(
  props: FieldExtensionComponentProps<RepositoryValue>,
) {
  const { formData = {}, onChange, rawErrors = [], disabled, readonly } = props;
  const { t } = useScaffolderTexts();
  const config = useApi(configApiRef);
  const { allowedHosts, requestUserCredentials } = readOptions(props.uiSchema);
  const hosts = useMemo(
    () => listGitHosts(config, allowedHosts),
    [config, allowedHosts],
  );
  const parts = readParts(formData);
  const host = hosts.find(known => known.host === parts.host);
  const mode = formData.mode ?? 'new';
  const token = useUserToken(host, requestUserCredentials);
  const change = (part: Partial<RepositoryParts>, ofHost = host) =>
    ofHost && onChange(writeParts(ofHost, mode, { ...parts, ...part }));

  const [only] = hosts;
  useEffect(() => {
    if (hosts.length === 1 && !parts.host) {
      onChange(writeParts(only, mode, parts));
    }
    // Once, when the field appears with nothing in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hosts]);

  // What is wrong is told when the page is left, at the input it is about.
  const isOffered = host !== undefined && host.kind === formData.kind;
  const wrong = isOffered ? findProblem(formData) : 'host';
  const problem = rawErrors.length > 0 ? wrong : undefined;
  const problemOf = (part: typeof problem) =>
    problem === part && part ? t(`repository.${part}Problem`) : null;
  const hostProblem = problemOf('host');
  const input = {
    isRequired: true,
    isDisabled: disabled,
    isReadOnly: readonly,
  };

  if (hosts.length === 0) {
    return (
      <FieldSurface>
        <FieldStatus text={t('repository.hostsMissing')} tone="warning" />
      </FieldSurface>
    );
  }
  return (
    <FieldSurface>
      <Flex direction="column" gap="4">
        <div>
          <Select
            label={t('repository.host')}
            description={t('repository.hostDescription')}
            placeholder={t('repository.hostPlaceholder')}
            options={hosts.map(known => ({
              value: known.host,
              label: known.host,
            }))}
            value={host?.host ?? null}
            onChange={key =>
              change(
                {},
                hosts.find(known => known.host === key),
              )
            }
            isRequired
            isDisabled={disabled || readonly}
            isInvalid={hostProblem !== null}
          />
          <FieldStatus
            // The list itself tells no error while nothing is chosen.
            text={
              hostProblem ?? (host ? describeToken(token, host.host, t) : '')
            }
            tone={
              hostProblem || token.state === 'failed' ? 'warning' : 'neutral'
            }
          />
        </div>
        {host && (
          <RadioGroup
            label={t('repository.mode')}
            value={mode}
            onChange={next =>
              onChange(
                writeParts(
                  host,
                  next === 'existing' ? 'existing' : 'new',
                  parts,
                ),
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
        )}
        {host?.kind === 'git' && (
          <TextField
            {...input}
            label={t('repository.path')}
            description={t('repository.pathDescription')}
            value={parts.path}
            onChange={text => {
              const pasted = readPasted(text);
              const known = hosts.find(
                ({ host: name }) => name === pasted?.host,
              );
              return pasted && known
                ? change(
                    { path: pasted.path },
                    { ...known, scheme: pasted.scheme },
                  )
                : change({ path: text });
            }}
            validationBehavior="aria"
            validate={() => problemOf('path')}
          />
        )}
        {host && host.kind !== 'git' && (
          <>
            <TextField
              {...input}
              label={t('repository.owner')}
              description={t(
                host.kind === 'github'
                  ? 'repository.ownerGithub'
                  : 'repository.ownerGitlab',
              )}
              value={parts.owner}
              onChange={owner => change({ owner })}
              validationBehavior="aria"
              validate={() => problemOf('owner')}
            />
            <TextField
              {...input}
              label={t('repository.name')}
              value={parts.name}
              onChange={name => change({ name })}
              validationBehavior="aria"
              validate={() => problemOf('name')}
            />
          </>
        )}
      </Flex>
    </FieldSurface>
  );
}
