import type { Rule } from '../environment/Rule';

export const istioEdgeNeedsTheMesh: Rule<'exposure' | 'mesh'> = spec => [
  spec.exposure.kind === 'istio' &&
    spec.mesh.kind !== 'istio' && {
      path: 'exposure.kind',
      value: 'istio',
      message: `Istio's gateway needs the mesh, and mesh.kind is ${spec.mesh.kind}.`,
      remedy: 'Set mesh.kind: istio, or use exposure.kind: gateway.',
    },
];
