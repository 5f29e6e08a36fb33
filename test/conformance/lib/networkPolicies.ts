import { BlockList, isIP } from 'node:net';
import type { KubernetesObject } from './kubernetesObject';
import {
  hasLabels,
  isNode,
  list,
  node,
  type Node,
  textMap,
  texts,
} from './nodes';

/** Somebody who sends or receives: a pod, or an address outside of the cluster. */
export interface Endpoint {
  name: string;
  /** Absent: outside of the cluster. */
  namespace?: string;
  labels: Record<string, string>;
  /** Address; whether address ranges cover pods too depends on the network. */
  address?: string;
  /** Container ports by name, for policies that name them. */
  ports?: Record<string, number>;
}

/** A port that is called. */
export interface Port {
  port: number;
  protocol: 'TCP' | 'UDP';
}

function matchesExpression(
  labels: Record<string, string>,
  term: Node,
): boolean {
  const key = String(term.key);
  const values = texts(term.values);
  switch (term.operator) {
    case 'In':
      return key in labels && values.includes(labels[key]);
    case 'NotIn':
      return !(key in labels) || !values.includes(labels[key]);
    case 'Exists':
      return key in labels;
    case 'DoesNotExist':
      return !(key in labels);
    default:
      throw new Error(`Unknown operator ${term.operator} of a selector.`);
  }
}

/** An empty selector selects everything. */
function selects(selector: unknown, labels: Record<string, string>): boolean {
  const { matchLabels, matchExpressions } = node(selector);
  return (
    hasLabels(labels, textMap(matchLabels)) &&
    list(matchExpressions).every(term => matchesExpression(labels, term))
  );
}

function isInRange(address: string, cidr: string): boolean {
  const [network, prefix] = cidr.split('/');
  const family = isIP(network) === 6 ? 'ipv6' : 'ipv4';
  const block = new BlockList();
  block.addSubnet(network, Number(prefix), family);
  return block.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function isPeer(peer: Node, other: Endpoint, policyNamespace: string): boolean {
  if (isNode(peer.ipBlock)) {
    const { address } = other;
    return (
      address !== undefined &&
      isInRange(address, String(peer.ipBlock.cidr)) &&
      !texts(peer.ipBlock.except).some(cidr => isInRange(address, cidr))
    );
  }
  if (other.namespace === undefined) return false;
  const isNamespace = isNode(peer.namespaceSelector)
    ? selects(peer.namespaceSelector, {
        'kubernetes.io/metadata.name': other.namespace,
      })
    : other.namespace === policyNamespace;
  return (
    isNamespace &&
    (!isNode(peer.podSelector) || selects(peer.podSelector, other.labels))
  );
}

function isPort(rule: Node, called: Port, receiver: Endpoint): boolean {
  if (!Array.isArray(rule.ports) || rule.ports.length === 0) return true;
  return list(rule.ports).some(({ port, endPort, protocol = 'TCP' }) => {
    if (protocol !== called.protocol) return false;
    if (port === undefined) return true;
    if (typeof port === 'string') return receiver.ports?.[port] === called.port;
    const last = typeof endPort === 'number' ? endPort : Number(port);
    return called.port >= Number(port) && called.port <= last;
  });
}

/** Whether the policies of one side's pod let it send or receive. */
function isOpen(
  policies: readonly KubernetesObject[],
  direction: 'Ingress' | 'Egress',
  own: Endpoint,
  other: Endpoint,
  called: Port,
): boolean {
  if (own.namespace === undefined) return true;
  const applying = policies.filter(
    ({ metadata, spec }) =>
      metadata.namespace === own.namespace &&
      selects(node(spec).podSelector, own.labels) &&
      texts(node(spec).policyTypes).includes(direction),
  );
  if (applying.length === 0) return true;
  const receiver = direction === 'Ingress' ? own : other;
  return applying.some(({ metadata, spec }) =>
    list(node(spec)[direction === 'Ingress' ? 'ingress' : 'egress']).some(
      rule => {
        const peers = rule[direction === 'Ingress' ? 'from' : 'to'];
        const isAnyone = !Array.isArray(peers) || peers.length === 0;
        return (
          isPort(rule, called, receiver) &&
          (isAnyone ||
            list(peers).some(peer =>
              isPeer(peer, other, String(metadata.namespace)),
            ))
        );
      },
    ),
  );
}

/**
 * Whether NetworkPolicies let one endpoint call another: a pod that any policy
 * selects for a direction may do what one of them allows, and nothing else.
 */
export function canReach(
  objects: readonly KubernetesObject[],
  from: Endpoint,
  to: Endpoint,
  called: Port,
): { sends: boolean; receives: boolean } {
  const policies = objects.filter(object => object.kind === 'NetworkPolicy');
  return {
    sends: isOpen(policies, 'Egress', from, to, called),
    receives: isOpen(policies, 'Ingress', to, from, called),
  };
}
