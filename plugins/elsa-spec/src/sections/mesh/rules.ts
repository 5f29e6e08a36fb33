import type { Rule } from '../Rule';

export const canaryNeedsLinkerd: Rule<'mesh'> = spec => [
  spec.mesh.canary !== undefined &&
    spec.mesh.kind !== 'linkerd' && {
      path: 'mesh.canary',
      message: 'Only Linkerd splits traffic here.',
      remedy: 'Set mesh.kind: linkerd, or remove mesh.canary.',
    },
];
