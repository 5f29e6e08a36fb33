import type { RunbookKey } from '../../runbook/keys';

/** Why a pod does not do its work. @public */
export interface PodFailure {
  code: string;
  /** Completes a sentence that begins with the pod's name. */
  text: string;
  field: string;
  container?: string;
  detail?: string;
  since?: string;
  runbook: RunbookKey;
}
