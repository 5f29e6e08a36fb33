import { useEffect, useState } from 'react';

const QUERY = '(prefers-reduced-motion: reduce)';

/** Whether the reader asked for less motion. */
export function useReducedMotion(): boolean {
  const [isReduced, setIsReduced] = useState(
    () => window.matchMedia?.(QUERY).matches ?? false,
  );
  useEffect(() => {
    const query = window.matchMedia?.(QUERY);
    const listener = () => setIsReduced(query.matches);
    query?.addEventListener?.('change', listener);
    return () => query?.removeEventListener?.('change', listener);
  }, []);
  return isReduced;
}
