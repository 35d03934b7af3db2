import { type ComponentType, lazy } from 'react';

/**
 * A part below the first view. Its code is asked for as soon as the page's own has arrived, so that it is there when its data is;
 * a download that failed is tried again when the part is to be shown.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  load().catch(() => {});
  return lazy(async () => ({ default: await load() }));
}
