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
    path: '/follow-ups',
    namespaces: ['follow-ups', 'accounts'],
    page: page(() => import('../pages/follow-ups.page.js').then((file) => file.FollowUpsPage)),
  },
  {
    path: '/follow-ups/:followUpId',
    namespaces: ['follow-ups', 'introductions'],
    page: page(() => import('../pages/follow-up.page.js').then((file) => file.FollowUpPage)),
  },
  {
    path: '/my-data',
    namespaces: ['my-data'],
    page: page(() => import('../pages/my-data.page.js').then((file) => file.MyDataPage)),
  },
  {
    path: '/stop-digest',
    namespaces: ['follow-ups'],
    page: page(() => import('../pages/stop-digest.page.js').then((file) => file.StopDigestPage)),
  },
  {
    path: '*',
    namespaces: [],
    page: page(() => import('../pages/not-found.page.js').then((file) => file.NotFoundPage)),
  },
];
