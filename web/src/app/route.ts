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

/** A zone's rows; null while a table in a file of its own is on its way. */
export type RouteTable = { under: string; load: () => Promise<unknown>; current: () => readonly AppRoute[] | null };

/** What only some people ever open, all of it below one address: the first of them fetches the table, and nobody else carries it along. */
export function table(under: string, load: () => Promise<readonly AppRoute[]>): RouteTable {
  let arrived: readonly AppRoute[] | null = null;
  return {
    under,
    load: async () => {
      arrived ??= await load();
    },
    current: () => arrived,
  };
}

export const here = (rows: readonly AppRoute[]): RouteTable => ({
  under: '/',
  load: () => Promise.resolve(),
  current: () => rows,
});
