import type { Circle, KnownPerson } from '@teabreak/shared';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { CirclePeople } from './circle-people.js';
import { CircleSettings } from './circle-settings.js';

const OPENINGS = 'GET /api/events/e/circle/openings';
const SETTINGS = 'PUT /api/events/e/circle/settings';
const person = (name: string) => ({ registrationId: name.toLowerCase(), name, headline: 'Baker' });
const known = (name: string, rest: Partial<KnownPerson> = {}): KnownPerson => ({
  ...person(name),
  checkedIn: true,
  origin: 'met',
  introduces: true,
  connects: false,
  ...rest,
});
const people = (list: Circle['known']) =>
  renderPage(<CirclePeople eventId="e" known={list} boardPath="/board" personPath={(id) => `/people/${id}`} />, [
    'circle',
    'my-circle',
  ]);
const saved = { coming: false, introduces: true, reachable: true, showsConnecting: false };

describe('K2: my circle at this event', () => {
  it('shows whom each could introduce me to, those first who know somebody worth meeting', async () => {
    fakeServer({
      [OPENINGS]: { body: { kate: { worthMeeting: [person('Tom')], others: 2 }, jo: { worthMeeting: [], others: 1 } } },
    });
    await people([
      known('Jo'),
      known('Kate', { connects: true }),
      known('Absent', { checkedIn: false, introduces: false }),
    ]);
    await screen.findByText('Tom');
    const cards = screen.getAllByRole('article');
    expect(cards.map((card) => within(card).getAllByRole('link')[0]?.getAttribute('href'))).toEqual([
      '/people/kate',
      '/people/jo',
      '/people/absent',
    ]);
    const [kate, jo, absent] = cards.map((card) => card.textContent);
    expect(kate).toContain('and knows 2 more people on the board');
    expect(kate).toContain('brings people together');
    expect(jo).toContain('Knows one person on the board whom you do not know yet.');
    expect(absent).toContain('not here yet');
    expect(absent).toContain('no introductions right now');
  });

  it('stays readable where the openings cannot be fetched, and says what to do where nobody is known', async () => {
    fakeServer({ [OPENINGS]: 'no answer' });
    const { unmount } = await people([known('Jo')]);
    expect(screen.getByText('Jo')).toBeDefined();
    unmount();
    await people([]);
    expect(screen.getByText('Nobody you know is here yet')).toBeDefined();
    expect(screen.getByRole('link', { name: 'See who is here' }).getAttribute('href')).toBe('/board');
  });
});

describe('K2, M11: what I tell my circle', () => {
  const show = (connects: boolean) =>
    renderPage(<CircleSettings eventId="e" settings={{ ...saved, connects }} />, ['circle', 'my-circle', 'away']);

  it('that I come is not ticked beforehand, and holds with one tap', async () => {
    const sent = fakeServer({ [SETTINGS]: { body: { ...saved, coming: true, connects: false } } });
    await show(false);
    const coming = screen.getByRole('checkbox', { name: 'The people I know may see that I am coming' });
    expect((coming as HTMLInputElement).checked).toBe(false);
    fireEvent.click(coming);
    await screen.findByText('✓ Saved');
    const body = { ...saved, coming: true };
    expect(sent.filter(({ method }) => method === 'PUT')).toEqual([
      { method: 'PUT', path: '/api/events/e/circle/settings', body },
    ]);
  });

  it('goes back where the server refuses, and says so', async () => {
    fakeServer({ [SETTINGS]: { status: 503, body: { code: 'unavailable', message: 'Busy for a moment' } } });
    await show(false);
    const asks = screen.getByRole('checkbox', { name: 'Ask me for introductions' }) as HTMLInputElement;
    fireEvent.click(asks);
    await screen.findByText('Busy for a moment');
    await waitFor(() => expect(asks.checked).toBe(true));
  });

  it('asks only those who do whether it may be seen that they connect others well', async () => {
    fakeServer({});
    const { unmount } = await show(false);
    expect(screen.queryByRole('checkbox', { name: /connect others well/ })).toBeNull();
    unmount();
    await show(true);
    expect(screen.getByRole('checkbox', { name: /connect others well/ })).toBeDefined();
  });
});
