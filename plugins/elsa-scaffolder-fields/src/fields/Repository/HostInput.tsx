import { Select } from '@backstage/ui';
import {
  type ScaffolderTexts,
  useScaffolderTexts,
} from '../../utils/useScaffolderTexts';
import { FieldStatus } from '../FieldStatus';
import type { RepositoryState } from './useRepository';
import type { UserToken } from './useUserToken';

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

/** The Git server, and whose account is used there. */
export function HostInput(props: {
  repository: RepositoryState;
  token: UserToken;
  isDisabled?: boolean;
}) {
  const { repository, token, isDisabled } = props;
  const { hosts, host, change } = repository;
  const { t } = useScaffolderTexts();
  const hasProblem = repository.problem === 'host';
  const tokenText = host ? describeToken(token, host.host, t) : '';
  return (
    <div>
      <Select
        label={t('repository.host')}
        description={t('repository.hostDescription')}
        placeholder={t('repository.hostPlaceholder')}
        options={hosts.map(known => ({ value: known.host, label: known.host }))}
        value={host?.host ?? null}
        onChange={key =>
          change(
            {},
            hosts.find(known => known.host === key),
          )
        }
        isRequired
        isDisabled={isDisabled}
        isInvalid={hasProblem}
      />
      <FieldStatus
        // The list itself tells no error while nothing is chosen.
        text={hasProblem ? t('repository.hostProblem') : tokenText}
        tone={hasProblem || token.state === 'failed' ? 'warning' : 'neutral'}
      />
    </div>
  );
}
