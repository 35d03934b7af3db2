import type { MyRegistration } from '@teabreak/shared';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../test/fake-server.js';
import { fakeSocket } from '../../../test/fake-socket.js';
import { renderPage } from '../../../test/render.js';
import { ToastRegion } from '../../components/toast.js';
import { PresenceSwitch } from './components/presence-switch.js';
import { usePresenceSending } from './presence.live.js';
import { presenceOutbox } from './presence-outbox.js';

const PUT = 'PUT /api/events/e/me/presence';
const registration = { eventId: 'e', presence: 'free', placeId: null } as MyRegistration;
fakeSocket();

function Page() {
  usePresenceSending('e');
  return (
    <>
      <PresenceSwitch registration={registration} places={[]} />
      <ToastRegion />
    </>
  );
}
async function open(answers: Parameters<typeof fakeServer>[0]) {
  const sent = fakeServer(answers);
  const { unmount } = await renderPage(<Page />, ['home']);
  const said = () =>
    sent.filter(({ method }) => method === 'PUT').map(({ body }) => (body as { presence: string }).presence);
  return { said, close: unmount };
}
const button = (name: string) => screen.getByRole('button', { name });
const isOn = (name: string) => button(name).getAttribute('aria-pressed') === 'true';
const saved = (presence: string) => ({ body: { ...registration, presence } });

beforeEach(() => localStorage.clear());

describe('B3: a status said without a network', () => {
  it('shows at once, outlives the page, and goes out when the network is back: only the last of it', async () => {
    const first = await open({ [PUT]: 'no answer' });
    fireEvent.click(button('Talking'));
    fireEvent.click(button('Away'));
    expect(isOn('Away')).toBe(true);
    await screen.findByText(/^Not sent yet/u);
    first.close();

    const answers: Parameters<typeof fakeServer>[0] = { [PUT]: 'no answer' };
    const second = await open(answers);
    expect(isOn('Away')).toBe(true);
    await waitFor(() => expect(second.said()).toEqual(['away']));
    answers[PUT] = saved('away');
    await act(async () => window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(presenceOutbox.read('e')).toBeNull());
    expect(second.said()).toEqual(['away', 'away']);
  }, 15_000);

  it('what is said while another is on its way is sent after it', async () => {
    const { said } = await open({ [PUT]: [saved('talking'), saved('away')] });
    fireEvent.click(button('Talking'));
    fireEvent.click(button('Away'));
    await waitFor(() => expect(presenceOutbox.read('e')).toBeNull());
    expect(said().at(-1)).toBe('away');
  });

  it('is dropped with the reason where the server refuses it', async () => {
    const refusal = { status: 409, body: { code: 'not_checked_in', message: 'Check in first.' } };
    await open({ [PUT]: refusal });
    fireEvent.click(button('Talking'));
    await screen.findByText('Your status was not saved: Check in first.');
    expect(presenceOutbox.read('e')).toBeNull();
    expect(isOn('Free')).toBe(true);
  });

  it('is not sent when it is too old to be true', async () => {
    const saidAt = new Date(Date.now() - 31 * 60_000).toISOString();
    presenceOutbox.put('e', { presence: 'talking', placeId: null, saidAt });
    const { said } = await open({ [PUT]: saved('talking') });
    await screen.findByText(/could not be sent in time/u);
    expect([said(), presenceOutbox.read('e')]).toEqual([[], null]);
  });

  it('another tab’s word is this tab’s word', async () => {
    await open({ [PUT]: 'no answer', 'GET /api/events/e/me': { body: registration } });
    const text = JSON.stringify({ presence: 'away', placeId: null, saidAt: new Date().toISOString() });
    localStorage.setItem('teabreak.presence.e', text);
    await act(async () =>
      window.dispatchEvent(new StorageEvent('storage', { key: 'teabreak.presence.e', newValue: text })),
    );
    expect(isOn('Away')).toBe(true);
    localStorage.removeItem('teabreak.presence.e');
    await act(async () =>
      window.dispatchEvent(new StorageEvent('storage', { key: 'teabreak.presence.e', newValue: null })),
    );
    expect(isOn('Free')).toBe(true);
  });

  it('what a hand wrote into the storage breaks nothing', async () => {
    localStorage.setItem('teabreak.presence.e', '{"presence":7');
    const { said } = await open({ [PUT]: saved('talking') });
    expect([isOn('Free'), said()]).toEqual([true, []]);
  });
});
