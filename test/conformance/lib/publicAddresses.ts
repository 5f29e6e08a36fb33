import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { KubernetesObject } from './kubernetesObject';
import { list, node, texts } from './nodes';
import { componentOf, podsOf } from './pods';

/** Host names that routes of any kind answer. */
function routedHosts(objects: readonly KubernetesObject[]): Set<string> {
  return new Set(
    objects.flatMap(object => {
      const spec = node(object.spec);
      switch (object.kind) {
        case 'HTTPRoute':
          return texts(spec.hostnames);
        case 'VirtualService':
          return texts(spec.hosts);
        case 'Ingress':
          return list(spec.rules).map(rule => String(rule.host));
        case 'IngressRoute':
          return list(spec.routes).flatMap(route =>
            [...String(route.match).matchAll(/Host\(`([^`]+)`\)/g)].map(
              ([, host]) => host,
            ),
          );
        default:
          return [];
      }
    }),
  );
}

const variable = (
  objects: readonly KubernetesObject[],
  component: string,
  name: string,
) =>
  podsOf(objects)
    .filter(pod => componentOf(pod) === component)
    .flatMap(pod => list(pod.spec.containers))
    .flatMap(container => list(container.env))
    .find(item => item.name === name)?.value;

/** The studio runs in the browser: it has to be told the address at which the server is exposed. */
export function publicAddressProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  const { exposure, studio } = spec;
  const profile = hostProfiles[spec.host.profile];
  const routed = routedHosts(objects);
  const { publicUrl } = {
    ...profile.server.environment,
    ...spec.host.environmentKeys,
  };
  if (exposure.kind === 'none') {
    return [...routed].map(host => `${host} is routed, and exposure is none`);
  }
  const scheme = exposure.tls.enabled ? 'https' : 'http';
  const server = `${scheme}://${exposure.hosts.server}`;
  const wanted: Array<[what: string, found: unknown, expected: unknown]> = [
    ['route of the server', routed.has(String(exposure.hosts.server)), true],
    [
      "server's own address",
      publicUrl && variable(objects, 'server', publicUrl),
      publicUrl && server,
    ],
    ...(studio.enabled
      ? [
          [
            'route of the studio',
            routed.has(String(exposure.hosts.studio)),
            true,
          ] as [string, unknown, unknown],
          [
            "studio's API address",
            variable(objects, 'studio', profile.studio.apiUrlKey),
            `${server}/elsa/api`,
          ] as [string, unknown, unknown],
        ]
      : []),
  ];
  return wanted.flatMap(([what, found, expected]) =>
    found === expected ? [] : [`${what}: ${found}, wanted ${expected}`],
  );
}
