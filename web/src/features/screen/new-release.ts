const SCRIPT = /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/u;
const ANSWER_WITHIN_MS = 10_000;

/** The first script of the page as the server has it now; null where the server, or that script, cannot be had. */
async function scriptOfServer(): Promise<string | null> {
  const get = (address: string) => fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  try {
    const page = await get(location.pathname);
    const script = page.ok ? SCRIPT.exec(await page.text())?.[1] : undefined;
    return script !== undefined && (await get(script)).ok ? script : null;
  } catch {
    return null;
  }
}

const scriptRunning = (): string | null =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src') ?? null;

/** There is a newer release than the one that runs here, and it can be fetched. */
export async function isOutdated(): Promise<boolean> {
  const script = await scriptOfServer();
  return script !== null && script !== scriptRunning();
}

/** Loads the page anew only where it will arrive: a browser's own error page would stay on the wall until somebody comes. */
export async function reloadWhenReachable(): Promise<void> {
  if ((await scriptOfServer()) !== null) location.reload();
}
