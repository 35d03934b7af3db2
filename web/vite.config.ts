import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:3000';

/** Libraries every route needs: their own file, so that a new release of the app does not make phones fetch them again. */
const everyRoute = /node_modules\/(react|react-dom|scheduler|@tanstack\/(react-query|query-core))\//;

/**
 * What every attendee's page is made of: one file instead of twenty small ones, which would compress worse and queue for the
 * venue's network.
 */
const everyAttendee = [
  'components/(avatar|bars|button|card|chip|first-icons|mark|offline-banner|page-header|preferences|progress)',
  'components/(query-view|states|toast)',
  'lib/(api-client|api-error|clock|i18n|later|live|locale-files|match-path|page-data|paths|preload|query-client|router|socket|storage|theme|time)',
  'lib/translate',
  'features/events/components/with-event',
  'features/(accounts/accounts|events/events|goals/goals|registrations/registrations)\\.queries',
];
/** What the pages within an event have beyond that: the bar under the thumb, and what keeps its numbers fresh. */
const insideEvent = [
  'app/attendee-badges',
  'features/(asks|cards|circle|inbox|introductions|registrations)/[a-z-]+\\.live',
  'features/(asks/ask-threads|cards/cards|circle/circle|inbox/inbox|introductions/introductions)\\.queries',
  'features/registrations/(presence-outbox|takes-part|components/(with-registration|not-on-the-list))',
];
const filesOf = (paths: readonly string[]): RegExp => new RegExp(`/src/(${paths.join('|')})\\.tsx?$`);

export default defineConfig({
  plugins: [react()],
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
            { name: 'shell', test: filesOf(everyAttendee) },
            { name: 'inside', test: filesOf(insideEvent) },
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
});
