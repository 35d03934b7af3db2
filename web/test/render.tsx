import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { loadNamespace, startLanguage } from '../src/lib/i18n.js';
import { createQueryClient } from '../src/lib/query-client.js';
import { Router } from '../src/lib/router.js';

/** Renders a part of a page in English, with what the app puts around it. `namespaces` as in the table of routes. */
export async function renderPage(content: ReactNode, namespaces: readonly string[], at = '/') {
  history.replaceState(null, '', at);
  await startLanguage();
  await Promise.all(namespaces.map((namespace) => loadNamespace('en', namespace)));
  const result = render(
    <QueryClientProvider client={createQueryClient()}>
      <Router>
        <Suspense fallback="…">
          <div data-testid="page">{content}</div>
        </Suspense>
      </Router>
    </QueryClientProvider>,
  );
  await screen.findByTestId('page');
  return result;
}
