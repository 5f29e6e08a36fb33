/** Kubernetes' own codes that read as the opposite of what they mean. */
const CLEARER: Readonly<Record<string, string>> = {
  // More replicas are wanted than the limit allows; there are not too many.
  TooManyReplicas: 'AtMaximumReplicas',
};

/** A reason's code as it is shown. */
export function reasonCode(code: string): string {
  return CLEARER[code] ?? code;
}
