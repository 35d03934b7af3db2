let cached: Record<string, unknown> | undefined;

/** What the server wrote into the page for its first view, so that it needs no second trip. `undefined` where it wrote nothing. */
export function pageData<T>(key: string): T | undefined {
  cached ??= read();
  return cached[key] as T | undefined;
}

function read(): Record<string, unknown> {
  try {
    return JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
  } catch {
    return {};
  }
}
