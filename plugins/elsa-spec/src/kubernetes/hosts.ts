import { isDnsSubdomain } from './names';

/** A host name that a certificate and a route can carry: lower case, at least two labels, no address. @public */
export function isHostName(value: string): boolean {
  return (
    isDnsSubdomain(value) &&
    value.includes('.') &&
    value.split('.').every(label => label.length <= 63) &&
    !/^[0-9.]+$/.test(value)
  );
}

/** Where a service outside of the namespace is found: a host name of any depth or an IPv4 address. */
export function isServiceAddress(value: string): boolean {
  return isIpv4(value) || (isDnsSubdomain(value) && !/^[0-9.]+$/.test(value));
}

function isIpv4(value: string): boolean {
  const parts = value.split('.');
  return (
    parts.length === 4 &&
    parts.every(part => /^(0|[1-9][0-9]{0,2})$/.test(part) && +part <= 255)
  );
}

/** IPv4 or IPv6 network in CIDR notation, as a NetworkPolicy's ipBlock takes it. @public */
export function isCidr(value: string): boolean {
  const [address, bits, ...rest] = value.split('/');
  if (rest.length > 0 || !/^[0-9]{1,3}$/.test(bits ?? '')) return false;
  if (isIpv4(address)) return Number(bits) <= 32;
  return (
    Number(bits) <= 128 &&
    /^[0-9a-f:]+$/i.test(address) &&
    (address.match(/:/g)?.length ?? 0) >= 2 &&
    (address.match(/::/g)?.length ?? 0) <= 1 &&
    address.split(':').every(group => group.length <= 4) &&
    (address.includes('::')
      ? address.split(':').length <= 8
      : address.split(':').length === 8)
  );
}
