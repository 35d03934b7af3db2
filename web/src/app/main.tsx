import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from '../lib/router.js';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/initial.css';
import { ToastRegion } from '../components/toast.js';
import { startLanguage } from '../lib/i18n.js';
import { createQueryClient } from '../lib/query-client.js';
import { startTheme } from '../lib/theme.js';
import { ErrorBoundary } from './error-boundary.js';
import { AppRoutes, preload } from './router.js';

async function start(): Promise<void> {
  startTheme();
  const texts = startLanguage();
  // What did not arrive is asked for again while rendering, and reported there.
  await Promise.allSettled([texts, preload(location.pathname)]);
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <QueryClientProvider client={createQueryClient()}>
          <Router>
            <AppRoutes />
          </Router>
          <ToastRegion />
        </QueryClientProvider>
      </ErrorBoundary>
    </StrictMode>,
  );
}

void start();
