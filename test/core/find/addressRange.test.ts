import * as fc from 'fast-check';
import * as ipaddr from 'ipaddr.js';
import { addressRange, contains } from '../../../core/find/addressRange';
import { hostile } from '../../fakes/hostile';

/** As ipaddr.js sees it, with every address as one of IPv6: an IPv4 address and its mapped form are the same. */
function oracle(range: string, address: string): boolean {
  const [network, prefix] = ipaddr.parseCIDR(
    range.includes('/') ? range : `${range}/${range.includes(':') ? 128 : 32}`,
  );
  const asIpv6 = (each: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv6 =>
    each.kind() === 'ipv6' ? (each as ipaddr.IPv6) : (each as ipaddr.IPv4).toIPv4MappedAddress();
  return asIpv6(ipaddr.parse(address)).match(asIpv6(network), network.kind() === 'ipv6' ? prefix : 96 + prefix);
}

function inRange(range: string, address: string): boolean {
  const read = addressRange(range);
  if (!read) {
    throw new Error(`${range} is no range`);
  }
  return contains(read, address);
}

describe('an address in a range', () => {
  const cases: Array<[range: string, address: string, isIn: boolean]> = [
    ['203.0.113.0/24', '203.0.113.24', true],
    ['203.0.113.0/24', '203.0.114.24', false],
    ['203.0.113.99/24', '203.0.113.24', true],
    ['203.0.113.24', '203.0.113.24', true],
    ['203.0.113.24', '203.0.113.25', false],
    ['203.0.113.24/31', '203.0.113.25', true],
    ['203.0.113.24/31', '203.0.113.26', false],
    ['0.0.0.0/0', '203.0.113.24', true],
    ['203.0.113.24', '::ffff:203.0.113.24', true],
    ['::ffff:203.0.113.24', '203.0.113.24', true],
    ['::ffff:cb00:7118', '203.0.113.24', true],
    ['::ffff:203.0.113.0/120', '203.0.113.24', true],
    ['::ffff:203.0.113.0/120', '203.0.114.24', false],
    ['::ffff:0:0/90', '203.0.113.24', true],
    ['::/0', '203.0.113.24', true],
    ['2001:db8::/32', '2001:db8:0:1::7', true],
    ['2001:db8::/32', '2001:db9::7', false],
    ['2001:DB8::1', '2001:0db8:0:0:0:0:0:1', true],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', true],
    ['::1', '1::', false],
    ['0.0.0.1', '::1', false],
    ['203.0.113.0/24', '2001:db8::1', false],
    ['2001:db8::/32', '203.0.113.24', false],
    // IPv4-compatible, which is not the same as mapped (RFC 4291, 2.5.5.1). ipaddr.js takes it for that.
    ['203.0.113.24', '::203.0.113.24', false],
  ];
  test.each(cases)('%s, %s: %s', (range, address, isIn) => {
    expect(inRange(range, address)).toBe(isIn);
  });

  test.each(['', 'unknown', '203.0.113.24, 10.0.0.1', 'fe80::1%eth0', '203.0.113.0/24', 'x'.repeat(100)])(
    'what is no single address is in none: %j',
    (address) => {
      expect([inRange('0.0.0.0/0', address), inRange('::/0', address)]).toEqual([false, false]);
    },
  );

  /** Without the IPv4-compatible ones, which ipaddr.js takes for mapped. */
  const anyIpv6 = fc.ipV6().filter((address) => !address.includes('.') || /:ffff:[\d.]+$/i.test(address));
  const ipv4 = fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 }));
  const ipv6 = fc.tuple(anyIpv6, fc.integer({ min: 0, max: 128 }));
  /** Addresses that share leading bits, so that they are in each other's ranges often. */
  const near = fc.tuple(
    fc.constantFrom('203.0.113.', '::ffff:203.0.113.', '64:ff9b::203.0.113.'),
    fc.integer({ min: 0, max: 255 }),
  );

  test('just as ipaddr.js has it', () => {
    fc.assert(
      fc.property(fc.oneof(ipv4, ipv6), fc.oneof(fc.ipV4(), anyIpv6), ([network, prefix], address) => {
        const range = `${network}/${prefix}`;
        expect(inRange(range, address)).toBe(oracle(range, address));
        expect(inRange(range, network)).toBe(true);
        expect(inRange(network, address)).toBe(oracle(network, address));
      }),
      { numRuns: 1000 },
    );
  });

  test('just as ipaddr.js has it, for neighbours', () => {
    fc.assert(
      fc.property(near, near, fc.integer({ min: 0, max: 12 }), ([aStart, a], [bStart, b], fewer) => {
        const range = `${aStart}${a}/${(aStart.includes(':') ? 128 : 32) - fewer}`;
        expect(inRange(range, `${bStart}${b}`)).toBe(oracle(range, `${bStart}${b}`));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is no range', () => {
  test.each([
    '',
    ' ',
    '203.0.113',
    '203.0.113.256',
    '203.0.113.024',
    '0x7f.0.0.1',
    '2130706433',
    '203.0.113.0/',
    '203.0.113.0/33',
    '203.0.113.0/08',
    '203.0.113.0/-1',
    '203.0.113.0/2.5',
    '203.0.113.0/24/24',
    '203.0.113.0/255.255.255.0',
    '203.0.113.*',
    '203.0.113.1-9',
    ' 203.0.113.1',
    '２０３.0.113.1',
    '2001:db8::/129',
    '::ffff:203.0.113.0/129',
    'fe80::1%eth0',
    'fe80::1%eth0/64',
    '1::2::3',
    ':::',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
    '::1.2.3',
    '::1.2.3.4.5',
    '::1.2.3.04',
    '1.2.3.4::',
    '[::1]',
    '0'.repeat(1000),
  ])('%j', (text) => {
    expect(addressRange(text)).toBeUndefined();
  });

  test('whatever ipaddr.js does not read is none', () => {
    const text = fc.stringOf(fc.constantFrom(...'0123456789abf.:/%'), { maxLength: 24 });
    fc.assert(
      fc.property(text, (each) => {
        expect(addressRange(each) === undefined || ipaddr.isValid(each) || ipaddr.isValidCIDR(each)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(hostile)('megabytes of %s', (_name, text) => {
    expect(addressRange(text)).toBeUndefined();
    expect(contains({ text: '::/0', bytes: Array<number>(16).fill(0), prefix: 0 }, text)).toBe(false);
  });
});

test('a range is kept as it was written, with the bits that count', () => {
  expect(addressRange('::ffff:203.0.113.99/120')).toEqual({
    text: '::ffff:203.0.113.99/120',
    bytes: [203, 0, 113, 0],
    prefix: 24,
  });
});
