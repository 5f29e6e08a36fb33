import type { Profiles } from '../profiles';
import { isHigherRelease } from './compare';
import type { DataField, Spec } from './DataField';

/** `3.9` of `3.9.0`, `v3.9`, `release-3.9.1` and `3.9.1_amd64`; a date or a commit tells nothing. */
const MINOR_RELEASE = /^(?:[a-z]+[-_])?v?([0-9]{1,4}\.[0-9]{1,4})(?![0-9])/i;

/**
 * Product and minor release of the server. A patch changes no tables, so that
 * it can be taken back. Images of one's own count in their own way, unless the
 * spec says which Elsa is inside.
 */
function serverRelease(
  { host }: Spec,
  { host: { isCustomizable } }: Profiles,
): string | undefined {
  const isElsa = host.version !== undefined || !isCustomizable;
  const release = MINOR_RELEASE.exec(
    host.version ?? host.server.tag ?? '',
  )?.[1];
  const product = isElsa ? 'Elsa' : host.server.repository.split('/').pop();
  return release && `${product} ${release}`;
}

const productOf = (release: string) => release.split(' ')[0];

/** Which server finds the data, and can read it. */
export const hostFields: readonly DataField[] = [
  {
    field: 'host.profile',
    read: spec => spec.host.profile,
    loses:
      'Another kind of image reads other settings, and one that does not find its database starts with an empty SQLite file.',
    procedure: 'change-host',
  },
  ...(['databaseProvider', 'connectionString'] as const).map(
    (key): DataField => ({
      field: `host.environmentKeys.${key}`,
      read: spec => spec.host.environmentKeys?.[key] ?? 'as in the profile',
      loses:
        'A server that does not find its database under this name starts with an empty SQLite file.',
      procedure: 'change-host',
    }),
  ),
  {
    field: 'host.server',
    sources: ['host.server.repository', 'host.server.tag', 'host.version'],
    read: serverRelease,
    isSafe: (from, to) =>
      productOf(from) !== productOf(to) || isHigherRelease(from, to),
    mayGo: true,
    loses:
      'A newer server migrates the database irreversibly, and an older one cannot use it. If the tag does not show the Elsa version, set host.version.',
    procedure: 'downgrade-server',
  },
];
