import { type ReactNode, startTransition, useEffect, useState } from 'react';

/**
 * Draws its children when what surrounds them has been painted, so that a long
 * page does not keep its reader from what is at its top.
 */
export function AfterFirstLook({ children }: { children: ReactNode }) {
  const [isPainted, setIsPainted] = useState(false);
  useEffect(() => startTransition(() => setIsPainted(true)), []);
  return <>{isPainted && children}</>;
}
