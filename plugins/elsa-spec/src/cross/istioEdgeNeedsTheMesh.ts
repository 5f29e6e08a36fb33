import type { Rule } from '../sections/Rule';

export const istioEdgeNeedsTheMesh: Rule<'exposure' | 'mesh'> = (
  spec,
  { exposure: { mesh, title } },
) => {
  return [
    mesh !== undefined &&
      spec.mesh.kind !== mesh && {
        path: 'exposure.kind',
        value: spec.exposure.kind,
        message: `${title} needs the mesh, and mesh.kind is ${spec.mesh.kind}.`,
        remedy: `Set mesh.kind: ${mesh}, or use exposure.kind: gateway.`,
      },
  ];
};
