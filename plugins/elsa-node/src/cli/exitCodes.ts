/** Exit codes of `elsa-manifests`. */
export const EXIT_CODES = {
  ok: 0,
  /** Something unforeseen. */
  failure: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** The spec, the template or a file is wrong; the message says which. */
  invalid: 3,
  /** Files exist that would be replaced. */
  conflict: 4,
} as const;

/** Exit codes of `elsa-manifests health`, which is a gate: only 0 is an all-clear. */
export const HEALTH_EXIT_CODES = {
  healthy: 0,
  notHealthy: 1,
  /** The command line is wrong, or what it names cannot be read. */
  unreadable: 2,
} as const;
