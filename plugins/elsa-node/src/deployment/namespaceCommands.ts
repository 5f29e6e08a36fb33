import { podSecurityLabels } from './namespace';
import type { Spec } from '../files/types';

/**
 * Commands that make an environment's namespace, with the labels that its pod
 * security and its mesh need. They come before anything else is installed:
 * `helm --create-namespace` would make a namespace without labels. Running them
 * again changes nothing.
 *
 * @public
 */
export function namespaceCommands(spec: Spec): string[] {
  const { namespace } = spec.target;
  const labels = Object.entries(podSecurityLabels(spec)).map(
    ([key, value]) => `${key}=${value}`,
  );
  return [
    `kubectl create namespace ${namespace} --dry-run=client --output yaml | kubectl apply --server-side --filename -`,
    ...(labels.length > 0
      ? [
          [
            `kubectl label namespace ${namespace} --overwrite`,
            ...labels.map(label => `  ${label}`),
          ].join(' \\\n'),
        ]
      : []),
    ...(spec.mesh.kind === 'linkerd'
      ? [
          `kubectl annotate namespace ${namespace} --overwrite linkerd.io/inject=enabled`,
        ]
      : []),
  ];
}
