const PAGES = /^\/(e|i|c|g|screen)\/[^/]+/u;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/** A link to this server, or an event's short name, → the path to open. `null`: neither. Never leads to another site. */
export function entryPath(typed: string, origin: string): string | null {
  const text = typed.normalize('NFKC').trim();
  const name = text.toLowerCase();
  if (SLUG.test(name)) return `/e/${name}`;
  const host = new URL(origin).host;
  const absolute = text.startsWith('/')
    ? origin + text
    : text.startsWith(host)
      ? `${new URL(origin).protocol}//${text}`
      : text;
  if (!URL.canParse(absolute)) return null;
  const url = new URL(absolute);
  return url.origin === origin && PAGES.test(url.pathname) ? url.pathname + url.search + url.hash : null;
}
