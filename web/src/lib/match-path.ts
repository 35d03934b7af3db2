export type PathParams = Readonly<Record<string, string | undefined>>;

/**
 * `/e/:slug/board` against an address: what stands at the named parts, or null where it is another page. A last `*` takes whatever
 * follows. Capitals and a slash at the end make no difference: people type addresses from posters.
 */
export function matchPath(pattern: string, pathname: string): PathParams | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = pathname.split('/').filter(Boolean);
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    if (part === '*') return params;
    const value = given[at];
    if (value === undefined) return null;
    if (part.startsWith(':')) params[part.slice(1)] = decoded(value);
    else if (part !== value.toLowerCase()) return null;
  }
  return given.length === wanted.length ? params : null;
}

/** Anybody can write a broken escape into an address; it stays as it is and leads nowhere. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
