/**
 * What a scanned or typed text means: a token of a card (from its address or typed as the short code), or null. Only addresses of this
 * very server count, and nothing is opened: a hostile code can at most be unknown.
 */
export function cardTokenIn(text: string, origin: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const short = plain.replace(/[\s-]/gu, '').toUpperCase();
  if (/^[A-Z0-9]{6}$/u.test(short)) return short;
  if (!URL.canParse(plain)) return null;
  const url = new URL(plain);
  if (url.origin !== origin && !sameServer(url, origin)) return null;
  return /^\/c\/([A-Za-z0-9_-]{4,64})$/u.exec(url.pathname)?.[1] ?? null;
}

/** A server without an address of its own is reached by several names on one port: localhost here, 192.168.… on a phone. */
function sameServer(url: URL, origin: string): boolean {
  const here = new URL(origin);
  return url.protocol === here.protocol && url.port === here.port && url.protocol === 'http:';
}
