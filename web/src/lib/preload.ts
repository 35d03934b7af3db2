type Preload = (pathname: string) => Promise<unknown>;

let load: Preload = () => Promise.resolve();

/** The table of routes says how a page is fetched before it is opened. */
export function providePreload(preload: Preload): void {
  load = preload;
}

/** Fetches code and texts of a page that will probably be opened next. When it fails, opening the page tries again and reports. */
export function preloadPage(pathname: string): void {
  load(pathname).catch(() => {});
}
