import type { RepositoryKind } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { GitHost } from './listGitHosts';

/** What the field holds: one of the addresses, by the kind. */
export interface RepositoryValue {
  kind?: RepositoryKind;
  mode?: 'new' | 'existing';
  /** As Backstage's publish actions read it: `github.com?owner=a&repo=b`. */
  repoUrl?: string;
  /** Where Git alone is used. */
  remoteUrl?: string;
}

/** The parts of an address, as they are typed. */
export interface RepositoryParts {
  host?: string;
  owner: string;
  name: string;
  path: string;
}

const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9_.-]+$/;
const REMOTE = /^https?:\/\/([^/@\s]+)\/(.*)$/;
const PATH = /^[^@\s?#/]+(\/[^@\s?#/]+)+$/;

/** Takes the value apart for the inputs. */
export function readParts(value: RepositoryValue): RepositoryParts {
  if (value.kind === 'git') {
    const [, host, path = ''] = REMOTE.exec(value.remoteUrl ?? '') ?? [];
    return { host, owner: '', name: '', path };
  }
  const [host, query] = (value.repoUrl ?? '').split('?');
  const parameters = new URLSearchParams(query);
  return {
    host: host || undefined,
    owner: parameters.get('owner') ?? '',
    name: parameters.get('repo') ?? '',
    path: '',
  };
}

/** Puts the value together for one server. */
export function writeParts(
  host: GitHost,
  mode: RepositoryValue['mode'],
  { owner, name, path }: Omit<RepositoryParts, 'host'>,
): RepositoryValue {
  if (host.kind === 'git') {
    return {
      kind: 'git',
      mode,
      remoteUrl: `${host.scheme}://${host.host}/${path}`,
    };
  }
  const parameters = new URLSearchParams();
  if (owner) parameters.set('owner', owner);
  if (name) parameters.set('repo', name);
  return { kind: host.kind, mode, repoUrl: `${host.host}?${parameters}` };
}

/** Splits an address that somebody pasted where a path is asked. */
export function readPasted(
  text: string,
): { host: string; path: string; scheme: 'http' | 'https' } | undefined {
  const [, host, path] = REMOTE.exec(text.trim()) ?? [];
  return host === undefined
    ? undefined
    : {
        host: host.toLowerCase(),
        path,
        scheme: text.trim().startsWith('https') ? 'https' : 'http',
      };
}

/** What is not right yet, by the input that it is about. */
export type RepositoryProblem = 'host' | 'owner' | 'name' | 'path';

/** The first part that a server would not accept. */
export function findProblem(
  value: RepositoryValue,
): RepositoryProblem | undefined {
  const { host, owner, name, path } = readParts(value);
  if (!host || !value.kind) {
    return 'host';
  }
  if (value.kind === 'git') {
    return PATH.test(path) ? undefined : 'path';
  }
  const segments = owner.split('/');
  const isOwner =
    segments.every(segment => SEGMENT.test(segment)) &&
    (value.kind === 'gitlab' || segments.length === 1);
  if (!isOwner) {
    return 'owner';
  }
  return SEGMENT.test(name) ? undefined : 'name';
}
