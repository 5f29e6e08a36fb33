import { useApiHolder } from '@backstage/frontend-plugin-api';
import { scmAuthApiRef } from '@backstage/integration-react';
import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import { useEffect, useState } from 'react';
import type { GitHost } from './listGitHosts';

/** As the `ui:options` of Backstage's own repository picker. */
export interface RequestUserCredentials {
  /** Name of the task's secret that gets the token. */
  secretsKey: string;
  additionalScopes?: Record<string, string[]>;
}

/** Whose account a task will act with. */
export type UserToken =
  | { state: 'off' | 'asking' | 'own' | 'portal' }
  | { state: 'failed'; message: string };

/**
 * Asks for the person's own token where they can sign in to the Git server, and
 * hands it to the task as a secret. A token never outlives the choice of its
 * server, so that no other server gets it.
 */
export function useUserToken(
  host: GitHost | undefined,
  request: RequestUserCredentials | undefined,
): UserToken {
  const scmAuth = useApiHolder().get(scmAuthApiRef);
  const { setSecrets } = useTemplateSecrets();
  const [token, setToken] = useState<UserToken>({ state: 'off' });
  const secretsKey = request?.secretsKey;
  const scopes = JSON.stringify(request?.additionalScopes ?? {});
  const name = host?.host;
  const hasSignIn = host?.hasSignIn ?? false;

  useEffect(() => {
    if (!secretsKey || !name) {
      return undefined;
    }
    setSecrets({ [secretsKey]: '' });
    if (!scmAuth || !hasSignIn) {
      setToken({ state: 'portal' });
      return undefined;
    }
    let isCurrent = true;
    const ask = async (): Promise<UserToken> => {
      try {
        const credentials = await scmAuth.getCredentials({
          url: `https://${name}`,
          additionalScope: {
            repoWrite: true,
            customScopes: JSON.parse(scopes),
          },
        });
        if (isCurrent) {
          setSecrets({ [secretsKey]: credentials.token });
        }
        return { state: 'own' };
      } catch (error) {
        return {
          state: 'failed',
          message: error instanceof Error ? error.message : String(error),
        };
      }
    };
    setToken({ state: 'asking' });
    ask().then(answer => isCurrent && setToken(answer));
    return () => {
      isCurrent = false;
    };
    // The function that sets secrets is another one after each of its calls.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [scmAuth, name, hasSignIn, secretsKey, scopes]);
  return token;
}
