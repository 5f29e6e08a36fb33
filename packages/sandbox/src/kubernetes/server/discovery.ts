import { pathNotFound } from '../errors';
import type { KindRegistry, ResourceKind } from '../kinds';
import { apiVersionOf } from '../kinds';
import type { JsonObject } from '../types';

const VERBS = ['get', 'list', 'watch'];

export function versionInfo(kubernetesVersion: string): JsonObject {
  const [major, minor] = kubernetesVersion.split('.');
  return {
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion: `v${kubernetesVersion}`,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-06-09T12:00:00Z',
    goVersion: 'go1.25.4',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

function groupEntry(group: string, kinds: readonly ResourceKind[]): JsonObject {
  const versions = [
    ...new Set(
      kinds.filter(kind => kind.group === group).map(kind => kind.version),
    ),
  ].map(version => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions, preferredVersion: versions[0] };
}

function resourceList(
  group: string,
  version: string,
  kinds: readonly ResourceKind[],
): JsonObject {
  const resources = kinds
    .filter(kind => kind.group === group && kind.version === version)
    .flatMap(kind => [
      {
        name: kind.plural,
        singularName: kind.kind.toLocaleLowerCase('en-US'),
        namespaced: kind.isNamespaced,
        kind: kind.kind,
        verbs: VERBS,
        ...(kind.shortNames && { shortNames: kind.shortNames }),
        ...(['Pod', 'Service', 'Deployment', 'StatefulSet', 'Job'].includes(
          kind.kind,
        ) && { categories: ['all'] }),
      },
      ...(kind.kind === 'Pod'
        ? [
            {
              name: 'pods/log',
              singularName: '',
              namespaced: true,
              kind: 'Pod',
              verbs: ['get'],
            },
          ]
        : []),
    ]);
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf({ group, version }),
    resources,
  };
}

/** Kinds that the API server answers without storing them. */
const VIRTUAL_KINDS: ResourceKind[] = [
  {
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    kind: 'PodMetrics',
    plural: 'pods',
    isNamespaced: true,
  },
  {
    group: 'metrics.k8s.io',
    version: 'v1beta1',
    kind: 'NodeMetrics',
    plural: 'nodes',
    isNamespaced: false,
  },
];

/** Answers `/api`, `/apis` and the resource lists below them. */
export function discovery(path: string, registry: KindRegistry): JsonObject {
  const kinds = [...registry.list(), ...VIRTUAL_KINDS];
  const segments = path.split('/').filter(Boolean);
  const [root, first, second] = segments;
  if (root === 'api') {
    return first
      ? resourceList('', first, kinds)
      : {
          kind: 'APIVersions',
          versions: ['v1'],
          serverAddressByClientCIDRs: [
            { clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1' },
          ],
        };
  }
  const groups = [...new Set(kinds.map(kind => kind.group))].filter(Boolean);
  if (!first) {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map(group => groupEntry(group, kinds)),
    };
  }
  if (!groups.includes(first)) throw pathNotFound();
  if (!second) {
    return {
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...groupEntry(first, kinds),
    };
  }
  return resourceList(first, second, kinds);
}

export function isDiscoveryPath(path: string): boolean {
  return /^\/(api(\/[^/]+)?|apis(\/[^/]+){0,2})\/?$/.test(path);
}
