const IPV4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/iu;

/** What counts as one network address: IPv4 as it is; of IPv6 the first half, since every customer is given that much. */
export function addressKey(address: string): string {
  const v4 = IPV4.exec(address)?.[1];
  if (v4) return v4;
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const [first, last] = [head, tail].map((half) => half.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = Array.from({ length: Math.max(8 - first.length - last.length, 0) }, () => '0');
  return [...first, ...zeros, ...last].slice(0, 4).join(':');
}
