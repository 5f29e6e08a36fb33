import { Rule } from './types';

export const hostsAreStated: Rule = spec => {
  const { kind, hosts } = spec.exposure;
  if (kind === 'none') {
    return (['server', 'studio'] as const).map(
      part =>
        hosts[part] !== undefined && {
          path: `exposure.hosts.${part}`,
          value: hosts[part],
          message: 'A host name is stated, and exposure.kind is none.',
          remedy: 'Remove the host name, or choose how it is exposed.',
        },
    );
  }
  return [
    hosts.server === undefined && {
      path: 'exposure.hosts.server',
      message: 'The server is exposed without a host name.',
      remedy: 'State exposure.host, or exposure.hosts.server.',
    },
    spec.studio.enabled &&
      hosts.studio === undefined && {
        path: 'exposure.hosts.studio',
        message: 'The studio is exposed without a host name.',
        remedy: 'State exposure.host, or exposure.hosts.studio.',
      },
  ];
};

export const hostsDiffer: Rule = spec => {
  const { server, studio } = spec.exposure.hosts;
  return [
    server !== undefined &&
      server === studio && {
        path: 'exposure.hosts.studio',
        value: studio,
        message: 'Server and studio have the same host name.',
        remedy:
          'Give each its own name: the studio answers every path of its host.',
      },
  ];
};

/** The studio runs in the browser and calls the server's public address. */
export const studioNeedsAPublicServer: Rule = spec => [
  spec.exposure.kind === 'none' &&
    spec.studio.enabled && {
      path: 'studio.enabled',
      value: true,
      message:
        'The studio runs in the browser, which cannot reach a server that is not exposed.',
      remedy: 'Set studio.enabled: false, or choose an exposure.',
    },
];

export const tlsFitsTheEdge: Rule = spec => {
  const { kind, tls, alb, gateway } = spec.exposure;
  if (kind === 'none') return [];
  return [
    !tls.enabled &&
      spec.preset === 'production' && {
        path: 'exposure.tls.enabled',
        value: false,
        message: 'Production without TLS sends passwords in the clear.',
        remedy: 'Set exposure.tls.enabled: true.',
      },
    tls.enabled &&
      tls.source === 'secret' &&
      tls.secretName === undefined && {
        path: 'exposure.tls.secretName',
        message: 'The certificate comes from a Secret without a name.',
        remedy: 'Name the Secret, or use source: cert-manager.',
      },
    tls.enabled &&
      kind === 'alb' &&
      tls.source !== 'edge' && {
        path: 'exposure.tls.source',
        value: tls.source,
        message: 'A load balancer of AWS takes certificates from ACM only.',
        remedy: 'Use source: edge with exposure.alb.certificateArn.',
      },
    tls.enabled &&
      kind === 'gateway' &&
      gateway.mode === 'shared' &&
      tls.source !== 'edge' && {
        path: 'exposure.tls.source',
        value: tls.source,
        message:
          "A shared Gateway's listeners have the platform's certificate.",
        remedy: 'Use source: edge, or gateway.mode: listenerset or own.',
      },
    tls.enabled &&
      tls.source === 'edge' &&
      kind !== 'alb' &&
      !(kind === 'gateway' && gateway.mode === 'shared') && {
        path: 'exposure.tls.source',
        value: 'edge',
        message: `With exposure.kind ${kind} this environment brings the certificate.`,
        remedy: 'Use source: cert-manager or secret.',
      },
    kind === 'alb' &&
      tls.enabled &&
      alb.certificateArn === undefined && {
        path: 'exposure.alb.certificateArn',
        message: 'The load balancer has no certificate.',
        remedy: 'State the ARN of a certificate of ACM.',
      },
  ];
};

/** With IP targets the load balancer reaches pods from its subnets, not from a pod. */
export const albSourcesAreKnown: Rule = spec => [
  spec.exposure.kind === 'alb' &&
    spec.security.networkPolicy.enabled &&
    spec.exposure.alb.sourceCidrs.length === 0 && {
      path: 'exposure.alb.sourceCidrs',
      message: 'The network policies would keep the load balancer out.',
      remedy: "State the networks of the load balancer's subnets.",
    },
];

/** An Ingress class does not tell where its controller runs, and the policies name namespaces. */
export const ingressControllerIsKnown: Rule = spec => [
  spec.exposure.kind === 'ingress' &&
    spec.security.networkPolicy.enabled &&
    spec.security.networkPolicy.controllerNamespace === undefined && {
      path: 'security.networkPolicy.controllerNamespace',
      message:
        'Nothing tells where the Ingress controller runs, so the network policies would let every namespace of the cluster in.',
      remedy:
        "State the namespace of the controller's pods, such as haproxy-controller.",
    },
];

export const gatewayIsWhole: Rule = spec => [
  spec.exposure.kind === 'gateway' &&
    spec.exposure.gateway.mode === 'own' &&
    spec.exposure.gateway.className === undefined && {
      path: 'exposure.gateway.className',
      message: 'A Gateway of its own needs a class.',
      remedy: 'Name the gateway class of the cluster.',
    },
];

const RATE_LIMITERS = ['ingress-nginx', 'ingress-traefik', 'traefik'];

export const rateLimitIsPossible: Rule = spec => {
  const { kind, rateLimit, gateway } = spec.exposure;
  return [
    rateLimit !== undefined &&
      !RATE_LIMITERS.includes(kind) &&
      !(kind === 'gateway' && gateway.implementation === 'envoy-gateway') &&
      spec.mesh.kind !== 'linkerd' && {
        path: 'exposure.rateLimit',
        message: `Neither exposure.kind ${kind} nor the mesh can limit rates here.`,
        remedy:
          'Use Envoy Gateway, Traefik, ingress-nginx or Linkerd, or limit in front of the cluster.',
      },
  ];
};

/** Two Access-Control-Allow-Origin headers make browsers refuse the answer. */
export const corsIsSetOnce: Rule = (spec, profile) => [
  spec.exposure.cors !== undefined &&
    profile.server.setsCors && {
      path: 'exposure.cors',
      message: `The images of host profile ${profile.id} answer CORS requests themselves.`,
      remedy:
        'Remove exposure.cors, or use an image of your own that leaves CORS to the edge.',
    },
  spec.exposure.cors !== undefined &&
    (spec.exposure.kind === 'alb' || spec.exposure.kind === 'ingress') && {
      path: 'exposure.cors',
      message: `Exposure kind ${spec.exposure.kind} cannot set CORS headers.`,
      remedy: 'Let the image answer CORS requests, or use another kind.',
    },
];

export const headersArePossible: Rule = spec => [
  spec.exposure.securityHeaders &&
    !['gateway', 'traefik', 'ingress-traefik', 'istio'].includes(
      spec.exposure.kind,
    ) && {
      path: 'exposure.securityHeaders',
      value: true,
      message: `Exposure kind ${spec.exposure.kind} cannot set headers safely.`,
      remedy:
        'Use gateway, traefik, ingress-traefik or istio, or switch it off.',
    },
];

export const istioEdgeNeedsTheMesh: Rule = spec => [
  spec.exposure.kind === 'istio' &&
    spec.mesh.kind !== 'istio' && {
      path: 'exposure.kind',
      value: 'istio',
      message: `Istio's gateway needs the mesh, and mesh.kind is ${spec.mesh.kind}.`,
      remedy: 'Set mesh.kind: istio, or use exposure.kind: gateway.',
    },
];

/** What the studio or probes answer must not be routed to the server as well. */
export const serverPathsAreNarrow: Rule = spec =>
  spec.exposure.extraServerPaths.map(
    (path, index) =>
      path === '/' && {
        path: `exposure.extraServerPaths[${index}]`,
        value: path,
        message: 'This would publish everything that the server answers.',
        remedy: 'Name the prefix that clients need, such as /hooks.',
      },
  );

export const canaryNeedsLinkerd: Rule = spec => [
  spec.mesh.canary !== undefined &&
    spec.mesh.kind !== 'linkerd' && {
      path: 'mesh.canary',
      message: 'Only Linkerd splits traffic here.',
      remedy: 'Set mesh.kind: linkerd, or remove mesh.canary.',
    },
];
