import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = 'http://localhost:3000';

/** Libraries every route needs: their own file, so that a new release of the app does not make phones fetch them again. */
const everyRoute = /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core))\//;

export default defineConfig({
  plugins: [react()],
  build: {
    manifest: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    // The polyfill is an inline script, and the content security policy allows none.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'vendor', test: everyRoute }] } },
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
