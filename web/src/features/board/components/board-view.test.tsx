import type { BoardPerson, BoardRelations, BoardSnapshot } from '@teabreak/shared';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { fakeSocket } from '../../../../test/fake-socket.js';
import { renderPage } from '../../../../test/render.js';
import { BoardView } from './board-view.js';

const BOARD = 'GET /api/events/e/board';
const RELATIONS = 'GET /api/events/e/board/relations';
const CHANGES = 'GET /api/events/e/board/changes';

const person = (id: string, rest: Partial<BoardPerson> = {}): BoardPerson => ({
  id,
  name: `Person ${id}`,
  headline: '',
  goal: null,
  languages: [],
  presence: 'free',
  placeId: null,
  search: `person ${id}`,
  ...rest,
});
const snapshot = (people: BoardPerson[]): BoardSnapshot => ({
  eventId: 'e',
  version: 3,
  people,
  at: '2026-06-01T10:00:00Z',
});
const socket = fakeSocket({
  'board:watch': () => ({ version: 3, changes: [], reset: false, at: '2026-06-01T10:00:00Z' }),
});

async function show(people: BoardPerson[], relations: BoardRelations = {}, at = '/board') {
  const answers: Parameters<typeof fakeServer>[0] = {
    [BOARD]: { body: snapshot(people) },
    [RELATIONS]: { body: relations },
    [CHANGES]: 'no answer',
  };
  const sent = fakeServer(answers);
  const view = <BoardView eventId="e" me="me" placeNames={new Map()} personPath={(id) => `/people/${id}`} />;
  await renderPage(view, ['board', 'goals'], at);
  await waitFor(() => expect(socket.heard('board:changed')).toBe(1));
  return { sent, answers };
}
const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const row = (id: string) => within(screen.getByRole('link', { name: new RegExp(`Person ${id}`, 'u') }));
const batch = (since: number, version: number, who: BoardPerson) =>
  socket.send('board:changed', { eventId: 'e', since, version, changes: [{ version, kind: 'put', person: who }] });

describe('BoardView', () => {
  it('B3: what somebody does shows in their row at once, and no row moves', async () => {
    await show([person('me'), person('a'), person('b')]);
    await screen.findByText('2 people');
    row('a').getByText('Free to talk');
    await batch(3, 4, person('a', { presence: 'talking' }));
    await waitFor(() => row('a').getByText('Talking'));
    expect(names()).toEqual(['Person a', 'Person b']);
    await batch(4, 5, person('c'));
    await screen.findByText('3 people');
  });

  it('B3: where a message is missing it fetches what changed, and where that fails says how old the page is', async () => {
    const { sent, answers } = await show([person('a')]);
    await screen.findByText('1 person');
    answers[BOARD] = 'no answer';
    await batch(8, 9, person('a', { presence: 'away' }));
    const notice = await screen.findByText(/^As of \d\d:\d\d\. There is no connection/u, {}, { timeout: 8000 });
    expect(sent.map(({ path }) => path)).toContain('/api/events/e/board/changes');
    row('a').getByText('Free to talk');
    // The network is back.
    answers[CHANGES] = { body: { version: 9, changes: [], reset: true, at: '2026-06-01T10:05:00Z' } };
    answers[BOARD] = { body: { ...snapshot([person('a', { presence: 'away' })]), version: 9 } };
    await act(async () => window.dispatchEvent(new Event('online')));
    await waitFor(() => row('a').getByText('Away'));
    expect(screen.queryByText(notice.textContent ?? '')).toBeNull();
  }, 20_000);

  it('B2: says that nobody matches, and clears the filters', async () => {
    await show([person('a'), person('b')], {}, '/board?q=zzz&free=1');
    await screen.findByText('0 people');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('zzz');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await screen.findByText('2 people');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });

  it('B2: typing narrows the board and loses no letter', async () => {
    await show([person('a', { name: '李明辉', search: '李明辉 liminghui lmh' }), person('b')]);
    const box = await screen.findByRole<HTMLInputElement>('searchbox');
    for (const value of ['l', 'lm', 'lmh']) fireEvent.change(box, { target: { value } });
    await screen.findByText('1 person');
    expect(box.value).toBe('lmh');
    expect(names()).toEqual(['李明辉']);
  });

  it('I6: whoever is blocked either way is not seen, not even before the relations have come', async () => {
    const none = { common: [], sharedAcquaintances: 0, suggested: false, met: false, iKnow: false };
    await show([person('a'), person('b')], { b: { ...none, gone: true } });
    await screen.findByText('1 person');
    expect(names()).toEqual(['Person a']);
  });

  it('says who is still missing while nobody else is there', async () => {
    await show([person('me')]);
    await screen.findByText('The room is still filling');
  });
});
