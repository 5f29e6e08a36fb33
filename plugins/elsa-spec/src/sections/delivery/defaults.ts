import type { ParsedEnvironmentSpec } from '../schema';

export function completeDelivery(spec: ParsedEnvironmentSpec) {
  const { delivery } = spec;
  const { argocd, repository } = delivery;
  const hasDestination =
    argocd.destination.name !== undefined ||
    argocd.destination.server !== undefined;
  return {
    ...delivery,
    argocd: {
      ...argocd,
      enabled: argocd.enabled ?? repository.url !== undefined,
      project: argocd.project ?? spec.metadata.name,
      destination: hasDestination
        ? argocd.destination
        : { name: spec.target.cluster },
    },
    ci: delivery.ci ?? defaultCi(repository.url),
  };
}

function defaultCi(url: string | undefined): 'github' | 'gitlab' {
  return url !== undefined && /(^|[./-])gitlab[.-]/.test(new URL(url).hostname)
    ? 'gitlab'
    : 'github';
}
