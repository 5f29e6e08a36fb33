import { elsaEnvironmentRefreshPermission } from '@elsa-portal/backstage-plugin-elsa-common';
import { type EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useApi } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonIcon, Tooltip, TooltipTrigger } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { useEffect, useRef, useState } from 'react';
import { elsaApiRef } from '../../data/elsaApiRef';
import { toError } from '../../data/toError';
import { useTexts } from '../../ui/useTexts';
import { useErrorText } from '../../ui/useErrorText';

/** Asks for a collection now; only there for those who may. */
export function RefreshButton(props: {
  entityRef: string;
  onRefreshed: (status: EnvironmentStatus) => void;
}) {
  const { entityRef, onRefreshed } = props;
  const { t } = useTexts();
  const errorText = useErrorText();
  const elsaApi = useApi(elsaApiRef);
  const { allowed } = usePermission({
    permission: elsaEnvironmentRefreshPermission,
    resourceRef: entityRef,
  });
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<Error>();
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  if (!allowed) {
    return null;
  }

  const refresh = async () => {
    const { signal } = (controller.current = new AbortController());
    setIsPending(true);
    setError(undefined);
    try {
      const status = await elsaApi.refreshEnvironment(entityRef, { signal });
      if (!signal.aborted) {
        onRefreshed(status);
      }
    } catch (caught) {
      if (!signal.aborted) {
        setError(toError(caught));
      }
    } finally {
      if (!signal.aborted) {
        setIsPending(false);
      }
    }
  };

  return (
    <>
      <TooltipTrigger>
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label={t(isPending ? 'tab.refreshing' : 'tab.refresh')}
          icon={<RiRefreshLine />}
          isPending={isPending}
          onPress={refresh}
        />
        <Tooltip>{t('tab.refresh')}</Tooltip>
      </TooltipTrigger>
      <span role="alert">
        {error && `${t('tab.refreshFailed')}: ${errorText(error)}`}
      </span>
    </>
  );
}
