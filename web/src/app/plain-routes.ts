import { type AppRoute, page } from './route.js';

/** Pages for whoever comes by. */
export const plainRoutes: readonly AppRoute[] = [
  {
    path: '/',
    namespaces: ['start'],
    page: page(() => import('../pages/start.page.js').then((file) => file.StartPage)),
  },
  {
    path: '/setup',
    namespaces: ['accounts'],
    page: page(() => import('../pages/setup.page.js').then((file) => file.SetupPage)),
  },
  {
    path: '/sign-in',
    namespaces: ['accounts'],
    page: page(() => import('../pages/sign-in.page.js').then((file) => file.SignInPage)),
  },
  {
    path: '*',
    namespaces: [],
    page: page(() => import('../pages/not-found.page.js').then((file) => file.NotFoundPage)),
  },
];
