import { networkInterfaces } from 'node:os';

/** Private ranges first: that is where the phones at a venue are. */
const PRIVATE_IPV4 = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/u;

function ownAddresses(): { host: string; lanIpv4: boolean }[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => !address.internal)
    .map(({ address, family }) => ({
      host: family === 'IPv6' ? `[${address}]` : address,
      lanIpv4: family === 'IPv4' && PRIVATE_IPV4.test(address),
    }));
}

/** An address that a phone in the same network can open; localhost where there is no network. */
export function guessPublicUrl(port: number): string {
  const lan = ownAddresses().find((address) => address.lanIpv4);
  return `http://${lan?.host ?? 'localhost'}:${port}`;
}

/** Every origin under which this machine can be reached directly. Read anew each time: a laptop changes its Wi-Fi. */
export function ownOrigins(port: number): string[] {
  return ['localhost', '127.0.0.1', '[::1]', ...ownAddresses().map(({ host }) => host)].map((host) =>
    originOf(host, port),
  );
}

/** With BASE_URL only that origin is ours; a loopback BASE_URL may be written in either of its two spellings. */
export function originsOf(baseUrl: URL, port: number): string[] {
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(baseUrl.hostname);
  return [baseUrl.origin, ...(loopback ? [originOf('localhost', port), originOf('127.0.0.1', port)] : [])];
}

function originOf(host: string, port: number): string {
  return new URL(`http://${host}:${port}`).origin;
}
