/** One address or a CIDR range, IPv4 or IPv6, in the form in which it is compared. */
export interface AddressRange {
  /** As it was written. */
  readonly text: string;
  /** The network's bits, most significant first: 32 for IPv4, 128 for IPv6; an IPv4-mapped IPv6 address counts as IPv4. */
  readonly bytes: readonly number[];
  /** How many leading bits count. */
  readonly prefix: number;
}

/** Longer than any address with its prefix. */
const MAX_LENGTH = 64;
const PREFIX = /^(?:0|[1-9]\d{0,2})$/;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-f]{1,4}$/i;
/** What stands before an IPv4 address that is written as one of IPv6 (RFC 4291, 2.5.5.2). */
const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];
const MAPPED_BITS = 8 * MAPPED.length;

/**
 * Reads an address or a range such as `203.0.113.0/24`. Zones (`fe80::1%eth0`) and leading zeros, which some read as
 * octal, are refused; bits behind the prefix may be set, and do not count.
 *
 * @returns undefined for anything else
 */
export function addressRange(text: string): AddressRange | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const [address, prefixText, ...more] = text.split('/');
  const bytes = bytesOf(address);
  if (!bytes || more.length > 0 || (prefixText !== undefined && !PREFIX.test(prefixText))) {
    return undefined;
  }
  const bits = 8 * bytes.length;
  const prefix = prefixText === undefined ? bits : Number(prefixText);
  if (prefix > bits) {
    return undefined;
  }
  // A range of IPv6 that holds more than the mapped addresses stays one.
  return isMapped(bytes) && prefix >= MAPPED_BITS
    ? rangeOf(text, bytes.slice(MAPPED.length), prefix - MAPPED_BITS)
    : rangeOf(text, bytes, prefix);
}

/** Whether an address lies in a range; what is no address lies in none. */
export function contains(range: AddressRange, address: string): boolean {
  const found = address.length > MAX_LENGTH ? undefined : bytesOf(address);
  if (!found) {
    return false;
  }
  const mapped = found.length === 4 ? [...MAPPED, ...found] : found;
  const bytes = range.bytes.length === 4 ? (isMapped(mapped) ? mapped.slice(MAPPED.length) : undefined) : mapped;
  return bytes !== undefined && masked(bytes, range.prefix).every((byte, index) => byte === range.bytes[index]);
}

function rangeOf(text: string, bytes: readonly number[], prefix: number): AddressRange {
  return { text, bytes: masked(bytes, prefix), prefix };
}

function masked(bytes: readonly number[], prefix: number): number[] {
  return bytes.map((byte, index) => {
    const kept = Math.min(8, Math.max(0, prefix - 8 * index));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
}

function isMapped(bytes: readonly number[]): boolean {
  return bytes.length === 16 && MAPPED.every((byte, index) => byte === bytes[index]);
}

/** The bytes of an address: 4, or 16 for IPv6. */
function bytesOf(text: string): number[] | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): number[] | undefined {
  const parts = text.split('.');
  const valid = parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
  return valid ? parts.map(Number) : undefined;
}

function ipv6(text: string): number[] | undefined {
  const [head, tail, ...more] = text.split('::');
  const before = groupsOf(head, tail === undefined);
  const after = tail === undefined ? [] : groupsOf(tail, true);
  if (!before || !after || more.length > 0) {
    return undefined;
  }
  const missing = 16 - before.length - after.length;
  // `::` stands for one group of zeros at least (RFC 5952, 4.2.2, lets nobody write it for one, but all read it).
  if (tail === undefined ? missing !== 0 : missing < 2) {
    return undefined;
  }
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

/** The bytes of some groups; the last two may be written as an IPv4 address. */
function groupsOf(text: string, last: boolean): number[] | undefined {
  if (text === '') {
    return [];
  }
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const asIpv4 = last && index === parts.length - 1 && part.includes('.') ? ipv4(part) : undefined;
    if (asIpv4) {
      bytes.push(...asIpv4);
    } else if (GROUP.test(part)) {
      const group = parseInt(part, 16);
      bytes.push(group >> 8, group & 0xff);
    } else {
      return undefined;
    }
  }
  return bytes;
}
