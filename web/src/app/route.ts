import { type ComponentType, createElement, lazy, type ReactNode, useState } from 'react';

export type LazyPage = { preload: () => Promise<unknown>; current: () => ComponentType };

/** A page in a file of its own. Once preloaded it renders at once, so the server's HTML never gives way to a spinner. */
export function page(load: () => Promise<ComponentType>): LazyPage {
  let arrived: ComponentType | undefined;
  const preload = async () => {
    arrived = await load();
    return { default: arrived };
  };
  const later = lazy(preload);
  return { preload, current: () => arrived ?? later };
}

/** For what is small or needed by everybody. */
export const ready = (component: ComponentType): LazyPage => ({
  preload: () => Promise.resolve(),
  current: () => component,
});

/** Keeps to the form it began with: a page that arrives while it waits must not be mounted twice. */
export function Shown({ page: shown }: { page: LazyPage }): ReactNode {
  const [component] = useState<ComponentType>(() => shown.current());
  return createElement(component);
}

export type AppRoute = {
  /** `/e/:slug/board`, as `matchPath` reads it. */
  path: string;
  page: LazyPage;
  /** Texts the page needs beside `common`; fetched together with it. */
  namespaces: readonly string[];
};
