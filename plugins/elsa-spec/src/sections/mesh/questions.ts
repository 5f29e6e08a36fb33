import { defineSection, type Draft, YES_OR_NO } from '../question';

const isIstio = ({ spec }: Draft) => spec.mesh.kind === 'istio';

export const mesh = defineSection({
  id: 'mesh',
  root: 'mesh',
  questions: [
    {
      path: 'mesh.kind',
      text: 'mesh',
      kind: 'choice',
      choices: [
        { value: 'none', text: 'none' },
        { value: 'istio', name: 'Istio' },
        { value: 'linkerd', name: 'Linkerd' },
      ],
      // Istio's own gateway needs Istio's mesh.
      complaintsAt: ['exposure.kind'],
    },
    {
      path: 'mesh.istio.dataplane',
      text: 'istioDataplane',
      kind: 'choice',
      isAsked: isIstio,
      choices: [
        { value: 'sidecar', text: 'istioSidecar' },
        { value: 'ambient', text: 'istioAmbient' },
      ],
    },
    {
      path: 'mesh.istio.mutualTls',
      text: 'mutualTls',
      kind: 'choice',
      isAsked: isIstio,
      choices: [
        { value: 'STRICT', text: 'mutualTlsStrict' },
        { value: 'PERMISSIVE', text: 'mutualTlsPermissive' },
      ],
    },
    {
      path: 'mesh.istio.gatewayNamespace',
      text: 'istioGatewayNamespace',
      kind: 'text',
      isAsked: isIstio,
    },
    {
      path: 'mesh.retries',
      text: 'meshRetries',
      ...YES_OR_NO,
      isAsked: ({ spec }) => spec.mesh.kind !== 'none',
    },
  ],
});
