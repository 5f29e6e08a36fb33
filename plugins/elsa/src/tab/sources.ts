import type {
  SourceKind,
  SourceState,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiCloudOffLine,
  RiLockLine,
  RiSettings3Line,
  RiTimeLine,
} from '@remixicon/react';
import type { Appearance } from '../ui/tones';

const REFUSED: Appearance = { tone: 'negative', icon: RiLockLine };
const SILENT: Appearance = { tone: 'negative', icon: RiCloudOffLine };
const FAULTY: Appearance = { tone: 'negative', icon: RiAlertFill };
const LATE: Appearance = { tone: 'warning', icon: RiTimeLine };

export const SOURCE_APPEARANCE: Record<SourceState, Appearance> = {
  ok: { tone: 'positive', icon: RiCheckboxCircleFill },
  stale: LATE,
  unauthorized: REFUSED,
  forbidden: REFUSED,
  'not-found': FAULTY,
  'rate-limited': LATE,
  timeout: SILENT,
  'portal-busy': LATE,
  unreachable: SILENT,
  'tls-error': REFUSED,
  'server-error': FAULTY,
  'invalid-response': FAULTY,
  partial: LATE,
  'needs-sign-in': { tone: 'warning', icon: RiLockLine },
  'not-configured': { tone: 'neutral', icon: RiSettings3Line },
  pending: { tone: 'announcement', icon: RiTimeLine },
};

/** Message key of each state; keys cannot carry the hyphens of the states. */
export const SOURCE_STATE_KEYS = {
  ok: 'sources.state.ok',
  stale: 'sources.state.stale',
  unauthorized: 'sources.state.unauthorized',
  forbidden: 'sources.state.forbidden',
  'not-found': 'sources.state.notFound',
  'rate-limited': 'sources.state.rateLimited',
  timeout: 'sources.state.timeout',
  'portal-busy': 'sources.state.portalBusy',
  unreachable: 'sources.state.unreachable',
  'tls-error': 'sources.state.tlsError',
  'server-error': 'sources.state.serverError',
  'invalid-response': 'sources.state.invalidResponse',
  partial: 'sources.state.partial',
  'needs-sign-in': 'sources.state.needsSignIn',
  'not-configured': 'sources.state.notConfigured',
  pending: 'sources.state.pending',
} as const satisfies Record<SourceState, string>;

/** States in which nothing is wrong: the source answers, or nobody asked for it. */
export function isSourceFine(state: SourceState): boolean {
  return state === 'ok' || state === 'not-configured' || state === 'pending';
}

/**
 * When the sources of a kind were last read in full, if any of them no longer
 * answers. What it showed then may not be shown as if it were true now.
 */
export function staleSince(
  sources: SourceStatus[],
  kind: SourceKind,
): string | undefined {
  return sources
    .filter(source => source.kind === kind && !isSourceFine(source.state))
    .flatMap(({ lastSuccessAt }) => lastSuccessAt ?? [])
    .sort()[0];
}
