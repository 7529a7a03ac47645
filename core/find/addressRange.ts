/** One address or a CIDR range, IPv4 or IPv6, in the form in which it is compared. */
export interface AddressRange {
  /** As it was written. */
  readonly text: string;
  /** The network's bits, most significant first: 32 for IPv4, 128 for IPv6; an IPv4-mapped IPv6 address counts as IPv4. */
  readonly bytes: readonly number[];
  /** How many leading bits count. */
  readonly prefix: number;
}
