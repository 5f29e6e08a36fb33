import { fileUrl, publicUrl } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Spec } from '../files/types';

/** Answers without signing in, and is routed by every kind of exposure. */
const SERVER_PATH = '/elsa/api/package/version';

/** The types are what the Elsa tab tells the links apart by. */
export function linksField(spec: Spec) {
  const server = publicUrl(spec, 'server');
  const links = [
    {
      url: publicUrl(spec, 'studio'),
      title: 'Studio',
      icon: 'dashboard',
      type: 'studio',
    },
    {
      url: server && `${server}${SERVER_PATH}`,
      title: 'Server',
      icon: 'web',
      type: 'server',
    },
    {
      url: fileUrl(spec, 'docs/runbook.md'),
      title: 'Runbook',
      icon: 'docs',
    },
    {
      url:
        spec.delivery.argocd.enabled && spec.delivery.argocd.url
          ? new URL(
              `applications/${spec.delivery.argocd.namespace}/${spec.metadata.name}`,
              withSlash(spec.delivery.argocd.url),
            ).toString()
          : undefined,
      title: 'Argo CD',
      icon: 'dashboard',
      type: 'argocd',
    },
    {
      url: spec.monitoring.enabled ? spec.monitoring.dashboard.url : undefined,
      title: 'Grafana',
      icon: 'dashboard',
      type: 'grafana',
    },
  ].filter(link => link.url !== undefined);
  return links.length > 0 ? { links } : {};
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
