import { findingOf } from '../host/publicFinding';
import { defineSection, type Draft } from '../question';
import { isExposed } from '../host/publicCredentials';

const gatewayMode = ({ spec }: Draft) => spec.exposure.gateway.mode;

const tlsSource = ({ spec }: Draft) => spec.exposure.tls.source;

const isGateway = ({ spec }: Draft) => spec.exposure.kind === 'gateway';

const isAlb = ({ spec }: Draft) => spec.exposure.kind === 'alb';

export const gateway = defineSection({
  id: 'gateway',
  root: 'exposure.gateway',
  questions: [
    {
      path: 'exposure.gateway.mode',
      text: 'gatewayMode',
      kind: 'choice',
      isAsked: isGateway,
      choices: [
        { value: 'shared', text: 'gatewayShared' },
        { value: 'listenerset', text: 'gatewayListeners' },
        { value: 'own', text: 'gatewayOwn' },
      ],
    },
    {
      path: 'exposure.gateway.className',
      text: 'gatewayClass',
      kind: 'text',
      isAsked: draft => isGateway(draft) && gatewayMode(draft) === 'own',
      isRequired: true,
    },
    {
      path: 'exposure.gateway.name',
      text: 'gatewayName',
      kind: 'text',
      isAsked: draft => isGateway(draft) && gatewayMode(draft) !== 'own',
    },
    {
      path: 'exposure.gateway.namespace',
      text: 'gatewayNamespace',
      kind: 'text',
      isAsked: draft => isGateway(draft) && gatewayMode(draft) !== 'own',
    },
    {
      path: 'exposure.gateway.implementation',
      text: 'gatewayImplementation',
      kind: 'choice',
      // Only one of them limits who comes in.
      complaintsAt: ['exposure.kind', 'exposure.allowedSources'],
      isAsked: isGateway,
      choices: [
        { value: 'envoy-gateway', name: 'Envoy Gateway' },
        { value: 'istio', name: 'Istio' },
        { value: 'traefik', name: 'Traefik' },
        { value: 'other', text: 'anotherOne' },
      ],
    },
  ],
});

export const loadBalancer = defineSection({
  id: 'loadBalancer',
  root: 'exposure.alb',
  questions: [
    {
      path: 'exposure.alb.certificateArn',
      text: 'certificateArn',
      kind: 'text',
      isAsked: isAlb,
      isRequired: true,
    },
    {
      path: 'exposure.alb.scheme',
      text: 'albScheme',
      kind: 'choice',
      isAsked: isAlb,
      choices: [
        { value: 'internal', text: 'albInternal' },
        { value: 'internet-facing', text: 'albInternet' },
      ],
    },
    {
      path: 'exposure.alb.sourceCidrs',
      text: 'albNetworks',
      kind: 'list',
      isAsked: isAlb,
      isRequired: true,
    },
  ],
});

export const tls = defineSection({
  id: 'tls',
  root: 'exposure.tls',
  questions: [
    {
      path: 'exposure.tls.source',
      text: 'tlsSource',
      kind: 'choice',
      choices: [
        { value: 'cert-manager', text: 'tlsIssued' },
        { value: 'secret', text: 'tlsSecret' },
        { value: 'edge', text: 'tlsEdge' },
      ],
    },
    {
      path: 'exposure.tls.issuer.name',
      text: 'tlsIssuer',
      kind: 'text',
      isAsked: draft => tlsSource(draft) === 'cert-manager',
    },
    {
      path: 'exposure.tls.issuer.kind',
      text: 'tlsIssuerKind',
      kind: 'choice',
      isAsked: draft => tlsSource(draft) === 'cert-manager',
      choices: [
        { value: 'ClusterIssuer', name: 'ClusterIssuer' },
        { value: 'Issuer', name: 'Issuer' },
      ],
    },
    {
      path: 'exposure.tls.secretName',
      text: 'tlsSecretName',
      kind: 'text',
      isAsked: draft => tlsSource(draft) === 'secret',
      isRequired: true,
    },
  ],
});

export const sources = defineSection({
  id: 'sources',
  root: 'exposure',
  questions: [
    {
      path: 'exposure.allowedSources',
      text: 'allowedSources',
      kind: 'list',
      isAsked: draft =>
        isExposed(draft.spec) &&
        (draft.profiles.exposure.limitsSources ||
          findingOf(draft) !== undefined ||
          // A limit must not disappear because the edge no longer has any.
          draft.spec.exposure.allowedSources.length > 0),
    },
  ],
});
