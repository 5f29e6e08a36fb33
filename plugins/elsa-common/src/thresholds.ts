/*
 * Limits that health, the tab and the chart share. A limit that only one rule
 * knows stands beside that rule.
 */

/**
 * Share of a volume from which it counts as nearly full: PostgreSQL stops on a
 * full one, and enlarging it takes a while. The chart's alert has the same.
 *
 * @public
 */
export const VOLUME_NEARLY_FULL_RATIO = 0.9;

/**
 * Time left, in seconds, below which a certificate counts as not renewed where
 * nothing says when it was meant to be.
 *
 * @public
 */
export const CERTIFICATE_EXPIRES_SOON_SECONDS = 7 * 86_400;

/**
 * Seconds after which a pod that is Pending or not ready counts as stuck,
 * unless the portal's configuration (`elsa.collector.notReadyAfter`) or the caller
 * says otherwise. Kubernetes' default progress deadline: outside of a rollout
 * it has none.
 *
 * @public
 */
export const POD_NOT_READY_AFTER_SECONDS = 600;
