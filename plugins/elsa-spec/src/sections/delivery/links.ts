import type { Spec } from '../Values';

/**
 * Address of a file in the repository's web view; undefined while no address is
 * known.
 *
 * @public
 */
export function fileUrl(spec: Spec, path: string): string | undefined {
  const { url, branch } = spec.delivery.repository;
  if (url === undefined) return undefined;
  const base = url.replace(/\.git$/, '').replace(/\/$/, '');
  const isGitLab = /(^|[./-])gitlab[.-]/.test(new URL(url).hostname);
  return `${base}${isGitLab ? '/-' : ''}/blob/${branch}/${path}`;
}

export function runbookUrl(spec: Spec): string | undefined {
  return fileUrl(spec, 'docs/runbook.md');
}

/** Where server or studio is reached from outside; undefined where it is not. @public */
export function publicUrl(spec: Spec, part: 'server' | 'studio') {
  const host = spec.exposure.hosts[part];
  if (host === undefined) return undefined;
  return `${spec.exposure.tls.enabled ? 'https' : 'http'}://${host}`;
}
