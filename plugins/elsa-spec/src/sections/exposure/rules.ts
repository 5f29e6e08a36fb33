import type { Rule } from '../Rule';

export const hostsDiffer: Rule<'exposure'> = spec => {
  const { server, studio } = spec.exposure.hosts;
  return [
    server !== undefined &&
      server === studio && {
        path: 'exposure.hosts.studio',
        value: studio,
        message: 'The server and studio have the same hostname.',
        remedy:
          'Give each its own hostname. The studio answers every path on its host.',
      },
  ];
};

export const tlsFitsTheEdge: Rule<'exposure' | 'preset'> = (
  spec,
  { exposure: { certificate } },
) => {
  const { kind, tls, alb, gateway } = spec.exposure;
  if (kind === 'none') return [];
  return [
    !tls.enabled &&
      spec.preset === 'production' && {
        path: 'exposure.tls.enabled',
        value: false,
        message: 'Without TLS, passwords are sent in clear text.',
        remedy: 'Set exposure.tls.enabled: true.',
      },
    tls.enabled &&
      tls.source === 'secret' &&
      tls.secretName === undefined && {
        path: 'exposure.tls.secretName',
        message: 'The certificate comes from a Secret, but no Secret is named.',
        remedy: 'Name the Secret, or use source: cert-manager.',
      },
    tls.enabled &&
      kind === 'alb' &&
      tls.source !== 'edge' && {
        path: 'exposure.tls.source',
        value: tls.source,
        message: 'AWS load balancers accept only ACM certificates.',
        remedy: 'Use source: edge with exposure.alb.certificateArn.',
      },
    tls.enabled &&
      kind === 'gateway' &&
      gateway.mode === 'shared' &&
      tls.source !== 'edge' && {
        path: 'exposure.tls.source',
        value: tls.source,
        message: "A shared Gateway's listeners use the platform's certificate.",
        remedy: 'Use source: edge, or gateway.mode: listenerset or own.',
      },
    tls.enabled &&
      tls.source === 'edge' &&
      certificate === 'environment' && {
        path: 'exposure.tls.source',
        value: 'edge',
        message: `With exposure.kind ${kind}, this environment must provide the certificate.`,
        remedy: 'Use source: cert-manager or secret.',
      },
    kind === 'alb' &&
      tls.enabled &&
      alb.certificateArn === undefined && {
        path: 'exposure.alb.certificateArn',
        message: 'The load balancer has no certificate.',
        remedy: 'Set the ARN of an ACM certificate.',
      },
  ];
};

export const gatewayIsWhole: Rule<'exposure'> = spec => [
  spec.exposure.kind === 'gateway' &&
    spec.exposure.gateway.mode === 'own' &&
    spec.exposure.gateway.className === undefined && {
      path: 'exposure.gateway.className',
      message: 'A dedicated Gateway needs a class.',
      remedy: "Set the cluster's gateway class.",
    },
];

/** Two Access-Control-Allow-Origin headers make browsers refuse the answer. */
export const corsIsSetOnce: Rule<'exposure'> = (
  spec,
  { host: profile, exposure },
) => [
  spec.exposure.cors !== undefined &&
    profile.server.setsCors && {
      path: 'exposure.cors',
      message: `Images of host profile ${profile.id} handle CORS requests themselves.`,
      remedy:
        'Remove exposure.cors, or use your own image that leaves CORS to the edge.',
    },
  spec.exposure.cors !== undefined &&
    !exposure.setsCors && {
      path: 'exposure.cors',
      message: `Exposure kind ${spec.exposure.kind} cannot set CORS headers.`,
      remedy: 'Let the image handle CORS requests, or use another kind.',
    },
];

export const headersArePossible: Rule<'exposure'> = (spec, { exposure }) => [
  spec.exposure.securityHeaders &&
    !exposure.setsHeaders && {
      path: 'exposure.securityHeaders',
      value: true,
      message: `Exposure kind ${spec.exposure.kind} cannot set headers safely.`,
      remedy: 'Use gateway, traefik, ingress-traefik or istio, or disable it.',
    },
];

/** What the studio or probes answer must not be routed to the server as well. */
export const serverPathsAreNarrow: Rule<'exposure'> = spec =>
  spec.exposure.extraServerPaths.map(
    (path, index) =>
      path === '/' && {
        path: `exposure.extraServerPaths[${index}]`,
        value: path,
        message: 'This would publish every path of the server.',
        remedy: 'Set the prefix that clients need, such as /hooks.',
      },
  );

export const sourcesCanBeLimited: Rule<'exposure'> = (
  spec,
  { exposure: { limitsSources, name } },
) => {
  return [
    spec.exposure.allowedSources.length > 0 &&
      !limitsSources && {
        path: 'exposure.allowedSources',
        message: `Exposure kind ${name} cannot identify clients by address.`,
        remedy:
          'Use ingress-nginx, Traefik, a load balancer of AWS or Envoy Gateway, or remove the networks.',
      },
  ];
};
