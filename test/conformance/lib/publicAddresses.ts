import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { KubernetesObject } from './kubernetesObject';
import { list, node, texts } from './nodes';
import { componentOf, podsOf } from './pods';

/** What a route lets in: a host, and the beginnings of paths. */
interface PublicRoute {
  hosts: string[];
  prefixes: string[];
}

/** Routes of any kind, each with its hosts and paths. */
function publicRoutes(objects: readonly KubernetesObject[]): PublicRoute[] {
  const inBackticks = (text: unknown, word: string) =>
    [
      ...String(text).matchAll(new RegExp(`${word}\\(\`([^\`]+)\`\\)`, 'g')),
    ].map(([, value]) => value);
  return objects.flatMap((object): PublicRoute[] => {
    const spec = node(object.spec);
    switch (object.kind) {
      case 'HTTPRoute':
        return list(spec.rules).map(rule => ({
          hosts: texts(spec.hostnames),
          prefixes: list(rule.matches).map(match =>
            String(node(match.path).value),
          ),
        }));
      case 'VirtualService':
        return list(spec.http).map(rule => ({
          hosts: texts(spec.hosts),
          prefixes: list(rule.match).map(match =>
            String(node(match.uri).prefix),
          ),
        }));
      case 'Ingress':
        return list(spec.rules).map(rule => ({
          hosts: [String(rule.host)],
          prefixes: list(node(rule.http).paths).map(path => String(path.path)),
        }));
      case 'IngressRoute':
        return list(spec.routes).map(({ match }) => {
          const prefixes = inBackticks(match, 'PathPrefix');
          return {
            hosts: inBackticks(match, 'Host'),
            prefixes: prefixes.length > 0 ? prefixes : ['/'],
          };
        });
      default:
        return [];
    }
  });
}

/** A probe of an address that no route lets in would fail for ever. */
function probeProblems(objects: readonly KubernetesObject[]): string[] {
  const routes = publicRoutes(objects);
  const targets = objects
    .filter(({ kind }) => kind === 'Probe')
    .flatMap(({ spec }) =>
      texts(node(node(node(spec).targets).staticConfig).static),
    );
  return targets.flatMap(target => {
    const { hostname, pathname } = new URL(target);
    const isRouted = routes.some(
      ({ hosts, prefixes }) =>
        hosts.includes(hostname) &&
        prefixes.some(
          prefix =>
            pathname === prefix ||
            pathname.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
        ),
    );
    return isRouted ? [] : [`${target} is probed, and no route leads there`];
  });
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
  const routed = new Set(publicRoutes(objects).flatMap(({ hosts }) => hosts));
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
  return [
    ...wanted.flatMap(([what, found, expected]) =>
      found === expected ? [] : [`${what}: ${found}, wanted ${expected}`],
    ),
    ...probeProblems(objects),
  ];
}
