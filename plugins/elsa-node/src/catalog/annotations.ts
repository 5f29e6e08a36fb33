import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_PART_OF,
  KUBERNETES_CLUSTER_ANNOTATION,
  KUBERNETES_NAMESPACE_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Spec } from '../files/types';

export function kubernetesAnnotations(
  spec: Spec,
  component?: string,
): Record<string, string> {
  const selector = [
    `app.kubernetes.io/part-of=${ELSA_PART_OF}`,
    `app.kubernetes.io/instance=${spec.metadata.name}`,
    ...(component ? [`app.kubernetes.io/component=${component}`] : []),
  ];
  return {
    [KUBERNETES_CLUSTER_ANNOTATION]: spec.target.cluster,
    [KUBERNETES_NAMESPACE_ANNOTATION]: spec.target.namespace,
    'backstage.io/kubernetes-label-selector': selector.join(','),
  };
}

export function repositoryAnnotations(spec: Spec): Record<string, string> {
  const { url } = spec.delivery.repository;
  if (url === undefined) return {};
  const { hostname, pathname } = new URL(url);
  const slug = pathname.replace(/^\/|\/$|\.git$/g, '');
  return {
    ...(/(^|\.)github\./.test(hostname) && {
      'github.com/project-slug': slug,
    }),
    ...(/(^|[./-])gitlab[.-]/.test(hostname) && {
      'gitlab.com/project-slug': slug,
    }),
  };
}

export function argocdAnnotations(spec: Spec): Record<string, string> {
  const { argocd } = spec.delivery;
  if (!argocd.enabled) return {};
  return {
    'argocd/app-name': spec.metadata.name,
    'argocd/app-namespace': argocd.namespace,
  };
}

/** Dashboards by the chart's tag, alerts by the label that ours carry. */
export function grafanaAnnotations(spec: Spec): Record<string, string> {
  if (!spec.monitoring.enabled) return {};
  return {
    ...(spec.monitoring.dashboard.enabled && {
      'grafana/dashboard-selector': `tags @> '${spec.metadata.name}'`,
    }),
    'grafana/alert-label-selector': `elsa_environment=${spec.metadata.name}`,
  };
}

export function partAnnotations(
  spec: Spec,
  component: string,
): Record<string, string> {
  return {
    [ELSA_ENVIRONMENT_ANNOTATION]: spec.metadata.name,
    ...kubernetesAnnotations(spec, component),
    'backstage.io/techdocs-entity': `component:default/${spec.metadata.name}`,
    ...argocdAnnotations(spec),
  };
}
