import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiError } from '../lib/api-error.js';
import { startLanguage } from '../lib/i18n.js';
import { QueryView } from './query-view.js';

const { fn } = import.meta.jest;
type State = { data?: string[]; error?: Error };

function show({ data, error }: State) {
  const refetch = fn();
  const clear = fn();
  const query = { data, error: error ?? null, dataUpdatedAt: Date.parse('2026-05-01T06:03:00Z'), refetch };
  render(
    <QueryView
      query={query as never}
      isEmpty={(list: string[]) => list.length === 0}
      empty={<p>Nobody yet</p>}
      isNoMatch={(list: string[]) => list[0] === 'filtered out'}
      onClearFilters={clear}
    >
      {(list) => <p>{list.join()}</p>}
    </QueryView>,
  );
  return { refetch, clear };
}

beforeAll(startLanguage);

it('waits with the shape of what will come', () => {
  show({});
  expect(screen.getByRole('status').textContent).toBe('Loading…');
});

it('shows what arrived', () => {
  show({ data: ['张三', '李四'] });
  expect(screen.getByText('张三,李四')).toBeTruthy();
  expect(screen.queryByText(/As of/u)).toBeNull();
});

it('tells nothing yet from no match', async () => {
  show({ data: [] });
  expect(screen.getByText('Nobody yet')).toBeTruthy();
  const { clear } = show({ data: ['filtered out'] });
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(clear).toHaveBeenCalledTimes(1);
});

it('repeats the server’s sentence and tries again on request', async () => {
  const { refetch } = show({ error: new ApiError(404, 'not_found', 'There is nothing here.') });
  expect(screen.getByRole('alert').textContent).toContain('There is nothing here.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledTimes(1);
});

it('B3: keeps what it has when the network goes, and says from when it is', () => {
  show({ data: ['张三'], error: new ApiError(0, 'offline', '') });
  expect(screen.getByText('张三')).toBeTruthy();
  expect(screen.getByText(/^As of \d\d:03\. There is no connection/u)).toBeTruthy();
});

it('does not call a refusal a lost connection', () => {
  show({ data: ['张三'], error: new ApiError(500, 'internal', 'Broken.') });
  expect(screen.getByText(/could not be refreshed/u)).toBeTruthy();
});

it('B3: asks again by itself when the network is back, and not where the server has refused', async () => {
  const lost = show({ data: ['张三'], error: new ApiError(0, 'offline', '') });
  const refused = show({ data: ['张三'], error: new ApiError(500, 'internal', 'Broken.') });
  await act(async () => window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(lost.refetch).toHaveBeenCalledTimes(1));
  expect(refused.refetch).not.toHaveBeenCalled();
});
