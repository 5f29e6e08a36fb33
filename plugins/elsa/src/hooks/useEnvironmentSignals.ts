import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ELSA_SIGNALS_CHANNEL } from '@elsa-portal/backstage-plugin-elsa-common';
import { useEffect, useRef } from 'react';

/**
 * Calls back with the change keys of every push. The hook of the signals
 * plugin only keeps the last message of a render, so two pushes in one moment
 * would become one; hence the subscription of our own.
 *
 * @returns whether the app has the signals plugin at all
 */
export function useEnvironmentSignals(
  onChange: (changeKeys: string[]) => void,
): boolean {
  const signals = useApiHolder().get(signalApiRef);
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;

  useEffect(() => {
    const subscription = signals?.subscribe(ELSA_SIGNALS_CHANNEL, message => {
      const { changeKeys } = message;
      if (Array.isArray(changeKeys)) {
        onChangeRef.current(
          changeKeys.filter((key): key is string => typeof key === 'string'),
        );
      }
    });
    return () => subscription?.unsubscribe();
  }, [signals]);

  return signals !== undefined;
}
