import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { ELSA_SIGNALS_CHANNEL } from '@elsa-portal/backstage-plugin-elsa-common';
import { useEffect, useRef } from 'react';

/**
 * Calls back when what was read has changed. The key is that of the last
 * answer: the backend tells each reader on a channel of his own.
 *
 * @returns whether the app has the signals plugin at all
 */
export function useEnvironmentSignals(
  changeKey: string | undefined,
  onChange: () => void,
): boolean {
  const signals = useApiHolder().get(signalApiRef);
  const onChangeRef = useRef(onChange);
  onChangeRef.current = onChange;

  useEffect(() => {
    const subscription =
      changeKey === undefined
        ? undefined
        : signals?.subscribe(`${ELSA_SIGNALS_CHANNEL}:${changeKey}`, () =>
            onChangeRef.current(),
          );
    return () => subscription?.unsubscribe();
  }, [signals, changeKey]);

  return signals !== undefined;
}
