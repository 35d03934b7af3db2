import { loadNamespace } from '../lib/i18n.js';
import { type AppRoute, page } from './route.js';

/** Both languages come with the page: a wall shows them side by side, and shows nothing before it is complete. */
async function inBothLanguages<P>({ ScreenPage }: { ScreenPage: P }): Promise<P> {
  await Promise.all([loadNamespace('en', 'screen'), loadNamespace('zh-CN', 'screen')]);
  return ScreenPage;
}

/** Without any layout: the projector. */
export const screenRoutes: readonly AppRoute[] = [
  {
    path: '/screen',
    namespaces: ['screen'],
    page: page(() => import('../pages/screen.page.js').then(inBothLanguages)),
  },
  // Links of earlier releases.
  {
    path: '/screen/:token',
    namespaces: ['screen'],
    page: page(() => import('../pages/screen.page.js').then(inBothLanguages)),
  },
];
