import { NETWORKS } from './exposureFacts';

const isIpv6 = (network: string) => network.includes(':');

const lengthOf = (network: string) => Number(network.split('/')[1]);

const shortestOf = (network: string) =>
  isIpv6(network) ? NETWORKS.shortestIpv6 : NETWORKS.shortestIpv4;

/**
 * Whether a network in CIDR notation is as good as everybody: because it is
 * wide, or because its IPv6 addresses stand for IPv4 addresses, as those of
 * `::ffff:0:0/96` stand for all of them.
 */
export function isForEverybody(network: string): boolean {
  if (lengthOf(network) < shortestOf(network)) return true;
  const text = network.toLowerCase();
  return (
    isIpv6(text) &&
    (!new RegExp(NETWORKS.ipv6).test(text) ||
      new RegExp(NETWORKS.ipv6OfIpv4).test(text))
  );
}

/**
 * Whether networks that are not so by themselves are as good as everybody
 * together: of one family, more than so many of the widest that may be named.
 * Addresses that are named twice count twice.
 */
export function areForEverybody(networks: readonly string[]): boolean {
  return [true, false].some(
    family =>
      networks
        .filter(
          network => isIpv6(network) === family && !isForEverybody(network),
        )
        .reduce(
          (sum, network) =>
            sum + 2 ** (shortestOf(network) - lengthOf(network)),
          0,
        ) > NETWORKS.most,
  );
}
