import { areForEverybody, isForEverybody } from './networks';

const many = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

describe('networks', () => {
  it.each([
    '0.0.0.0/0',
    '0.0.0.0/1',
    '::/0',
    '::/16',
    '2000::/3',
    // All of IPv4, spelled as IPv6.
    '::ffff:0:0/96',
    '::FFFF:0.0.0.0/96',
    '0:0:0:0:0:ffff::/96',
    '0000:0000:0000:0000:0000:ffff:0:0/96',
    '::ffff:10.0.0.0/104',
    '::/96',
    '64:ff9b::/96',
    '0064:ff9b::/96',
    '2002::/16',
    '2001::/32',
    '2001:0:1::/48',
  ])('should take %s for everybody', network => {
    expect(isForEverybody(network)).toBe(true);
  });

  it.each([
    '10.0.0.0/8',
    '192.0.2.1/32',
    '2001:db8::/32',
    '2a02:1::/32',
    'fd00::/16',
    'FE80::/16',
  ])('should take %s for a network of few', network => {
    expect(isForEverybody(network)).toBe(false);
  });

  it.each([
    ['fifty /8', many(50, index => `${index}.0.0.0/8`), true],
    ['five /8', many(5, index => `${index}.0.0.0/8`), true],
    ['four /8', many(4, index => `${index}.0.0.0/8`), false],
    [
      'four /8 and one address',
      [...many(4, index => `${index}.0.0.0/8`), '192.0.2.1/32'],
      true,
    ],
    ['fifty /16', many(50, index => `10.${index}.0.0/16`), false],
    ['five /16 of IPv6', many(5, index => `240${index}::/16`), true],
    [
      'four of each',
      [
        ...many(4, index => `240${index}::/16`),
        ...many(4, index => `${index}.0.0.0/8`),
      ],
      false,
    ],
    ['private ones', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'], false],
    ['none', [], false],
  ])('should judge %s together', (_, networks, expected) => {
    expect(areForEverybody(networks)).toBe(expected);
  });
});
