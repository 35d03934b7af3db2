import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:3000';

/** Libraries every route needs: their own file, so that a new release of the app does not make phones fetch them again. */
const everyRoute = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core))\//;

/**
 * What every attendee's page is made of: one file instead of twenty small ones, which would compress worse and queue for the
 * venue's network.
 */
const everyAttendee = [
  'components/(avatar|bars|button|card|chip|first-icons|mark|offline-banner|page-header|preferences|progress)',
  'components/(query-view|states|toast)',
  'lib/(api-client|api-error|clock|i18n|later|live|locale-files|page-data|paths|query-client|socket|storage|theme|time)',
  'lib/translate',
  'features/(accounts/accounts|events/events|goals/goals|registrations/registrations)\\.queries',
];
const shell = new RegExp(`/src/(${everyAttendee.join('|')})\\.tsx?$`);

/** The package offers bundlers only its development build, which carries its warnings along. */
const reactRouter = path.resolve(import.meta.dirname, 'node_modules/react-router/dist/production/index.mjs');

export default defineConfig(({ command }) => ({
  plugins: [react()],
  ...(command === 'build' && { resolve: { alias: [{ find: /^react-router$/, replacement: reactRouter }] } }),
  build: {
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The polyfill is an inline script, and the content security policy allows none.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: everyRoute },
            { name: 'shell', test: shell },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      // Only the pictures of a group code come from the server; its page is ours.
      '^/g/[^/]+/qr\\.(png|svg)$': server,
    },
  },
}));
