import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { loadNamespace } from '../../../lib/i18n.js';
import { createQueryClient } from '../../../lib/query-client.js';
import { DoorDesk } from './door-desk.js';

type Sent = { scanId: string; ticket?: string; gate: string };
let sent: Sent[];
let answer: { status: number; body: unknown } | 'no network';

beforeEach(async () => {
  localStorage.clear();
  sessionStorage.clear();
  sent = [];
  globalThis.fetch = (async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    if (answer === 'no network') throw new TypeError('Failed to fetch');
    return {
      status: answer.status,
      headers: new Headers(),
      text: async () => JSON.stringify((answer as { body: unknown }).body),
    };
  }) as typeof fetch;
  await Promise.all(['common', 'door', 'guests', 'scanner'].map((name) => loadNamespace('en', name)));
});

const guest = { registrationId: 'g1', name: '李明辉', headline: 'Designer', status: 'confirmed', first: null };
const first = { at: '2026-05-01T11:04:00Z', gate: 'East gate' };

function show() {
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <Suspense>
        <DoorDesk eventId="e1" timeZone="Asia/Shanghai" />
      </Suspense>
    </QueryClientProvider>,
  );
}
async function scan(text: string) {
  await userEvent.type(screen.getByLabelText('Or type the text of the ticket'), text);
  await userEvent.click(screen.getByRole('button', { name: 'Check in' }));
}
const banner = () => screen.getAllByRole('status').find((part) => part.getAttribute('aria-live') === 'assertive');

describe('the door', () => {
  it('E4: says who came in', async () => {
    answer = { status: 200, body: { ...guest, result: 'checked-in', first } };
    show();
    await scan('TB1.a.b');
    await waitFor(() => expect(banner()?.textContent).toContain('Welcome李明辉Designer'));
    expect(sent).toMatchObject([{ ticket: 'TB1.a.b', gate: '' }]);
  });

  it('E4: says of a second scan when and where the first was, in the event’s time', async () => {
    answer = { status: 200, body: { ...guest, result: 'already', first } };
    show();
    await scan('TB1.a.b');
    await waitFor(() => expect(banner()?.textContent).toContain('At 19:04, East gate'));
  });

  it('says why somebody is not confirmed, and goes on after a code that is no ticket', async () => {
    answer = { status: 404, body: { code: 'ticket_unknown', message: 'This is not a ticket of this event.' } };
    show();
    await scan('https://example.org');
    await waitFor(() => expect(banner()?.textContent).toContain('Not a ticket of this event'));
    answer = { status: 200, body: { ...guest, status: 'waitlisted', result: 'not-confirmed' } };
    await scan('TB1.a.b');
    await waitFor(() => expect(banner()?.textContent).toContain('Is on the waitlist'));
    expect(new Set(sent.map(({ scanId }) => scanId)).size).toBe(2);
  });

  it('E4: keeps a scan without network, over a reload, and sends it again under the same id', async () => {
    answer = 'no network';
    const before = show();
    await scan('TB1.a.b');
    await waitFor(() => expect(banner()?.textContent).toContain('Not sent yet'));
    before.unmount();
    answer = { status: 200, body: { ...guest, result: 'checked-in', first } };
    show();
    await screen.findByText('李明辉');
    expect(new Set(sent.map(({ scanId }) => scanId)).size).toBe(1);
    expect(screen.queryByText(/waits for the network/u)).toBeNull();
    expect(localStorage.getItem('teabreak.door.e1')).toBe('[]');
  });
});
