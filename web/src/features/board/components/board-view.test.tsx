import type { BoardHead, BoardPerson, BoardRelations } from '@teabreak/shared';
import { packBlock } from '@teabreak/shared/board-pack';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { fakeSocket } from '../../../../test/fake-socket.js';
import { renderPage } from '../../../../test/render.js';
import { BoardView } from './board-view.js';

const BOARD = 'GET /api/events/e/board/packed';
const RELATIONS = 'GET /api/events/e/board/relations';
const CHANGES = 'GET /api/events/e/board/changes';

const person = (id: string, rest: Partial<BoardPerson> = {}): BoardPerson => ({
  id: idOf(id),
  name: `Person ${id}`,
  headline: '',
  goal: null,
  languages: [],
  presence: 'free',
  placeId: null,
  search: `person ${id}`,
  ...rest,
});
/** As the server packs it. */
function packed(people: BoardPerson[], rest: Partial<BoardHead> = {}) {
  const head: BoardHead = {
    eventId: 'e',
    version: 3,
    at: '2026-06-01T10:00:00Z',
    count: people.length,
    ...rest,
  };
  return {
    text: [head, packBlock(people, ({ search }) => `|${search}`)].map((line) => JSON.stringify(line)).join('\n'),
  };
}
/** Letters for people: their ids are as long as the server's. */
const idOf = (letter: string) => `00000000-0000-4000-8000-0000000000${letter.charCodeAt(0).toString(16)}`;
const NONE = { common: [], sharedAcquaintances: 0, suggested: false, met: false, iKnow: false };
const nothingNew = { version: 3, changes: [], moved: {}, reset: false, at: '2026-06-01T10:00:00Z' };
const socket = fakeSocket({
  'board:watch': () => ({ ...nothingNew, more: false }),
});

const VIEW: Parameters<typeof BoardView>[0] = {
  event: { id: 'e', startsAt: '2026-06-01T14:00:00Z', timeZone: 'Asia/Shanghai' },
  phase: 'during',
  me: idOf('m'),
  placeNames: new Map(),
  personPath: (id) => `/people/${id}`,
};

async function show(
  people: BoardPerson[],
  relations: Partial<BoardRelations> = {},
  at = '/board',
  props: Partial<typeof VIEW> = {},
) {
  const answers: Parameters<typeof fakeServer>[0] = {
    [BOARD]: packed(people),
    [RELATIONS]: { body: { people: {}, complete: true, ...relations } },
    [CHANGES]: 'no answer',
  };
  const sent = fakeServer(answers);
  await renderPage(<BoardView {...VIEW} {...props} />, ['board', 'goals'], at);
  await waitFor(() => expect(socket.heard('board:changed')).toBe(1));
  return { sent, answers };
}
const names = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
const row = (id: string) => within(screen.getByRole('link', { name: new RegExp(`Person ${id}`, 'u') }));
const batch = (since: number, version: number, who: BoardPerson) =>
  socket.send('board:changed', {
    eventId: 'e',
    since,
    version,
    changes: [{ version, kind: 'put', person: who }],
    moved: {},
  });

describe('BoardView', () => {
  it('B3: what somebody does shows in their row at once, and no row moves', async () => {
    await show([person('m'), person('a'), person('b')]);
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
    const notice = await screen.findByText(/^As of \d\d:\d\d\. There is no connection/u);
    expect(sent.map(({ path }) => path)).toContain('/api/events/e/board/changes');
    row('a').getByText('Free to talk');
    // The network is back.
    answers[CHANGES] = { body: { ...nothingNew, version: 9, reset: true } };
    answers[BOARD] = packed([person('a', { presence: 'away' })], { version: 9, at: '2026-06-01T10:05:00Z' });
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

  it('I6: whom I am shown no more is gone with the next answer, and is there as they are now once that is taken back', async () => {
    const { answers } = await show([person('a'), person('b')]);
    await screen.findByText('2 people');
    /** The server now answers as to this audience. */
    const showTo = async (audience: string | undefined, people: BoardPerson[]) => {
      answers[BOARD] = packed(people, { audience });
      answers[CHANGES] = { body: { ...nothingNew, audience } };
      answers[RELATIONS] = { body: { people: {}, audience, complete: true } };
      await socket.send('suggestions:changed', { eventId: 'e' });
    };
    await showTo('x', [person('a')]);
    await screen.findByText('1 person');
    expect(names()).toEqual(['Person a']);
    // Of who is not in here nothing is said but that time goes on.
    await socket.send('board:changed', { eventId: 'e', since: 3, version: 4, changes: [], moved: {} });
    await batch(4, 5, person('d'));
    await screen.findByText('2 people');
    await showTo(undefined, [person('a'), person('b', { presence: 'talking' }), person('d')]);
    await screen.findByText('3 people');
    row('b').getByText('Talking');
  });

  it('B1: shows people at once, and what they are to me when that comes', async () => {
    const { answers } = await show([person('a'), person('b')], { complete: false }, '/board?mine=1');
    // Nobody is suggested as far as one knows; that is not the same as nobody.
    await screen.findByRole('searchbox');
    screen.getByText('Loading…');
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^Suggested to me/u }));
    await screen.findByText('2 people');
    const people = { [idOf('b')]: { ...NONE, suggested: true, common: [{ kind: 'hometown', text: 'Leiden' }] } };
    answers[RELATIONS] = { body: { people, complete: true } };
    await socket.send('suggestions:changed', { eventId: 'e' });
    await waitFor(() => row('b').getByText('Suggested to you'));
    row('b').getByText('In common: Leiden');
    fireEvent.click(screen.getByRole('button', { name: /^Suggested to me/u }));
    await screen.findByText('1 person');
  });

  it('says who is still missing while nobody else is there', async () => {
    await show([person('m')]);
    await screen.findByText('The room is still filling');
  });

  it('says when it begins while nobody can be there yet', async () => {
    await show([person('m')], {}, '/board', { phase: 'before' });
    await screen.findByText('Nobody is here yet');
    await screen.findByText(/^It begins Mon, Jun 1 22:00\./u);
  });

  it('B1: when all have gone home it does not say how they are, and asks nobody who is free', async () => {
    await show([person('a'), person('b', { presence: 'talking' })], {}, '/board', { phase: 'over' });
    await screen.findByText('2 people');
    expect(screen.queryByText('Free to talk')).toBeNull();
    expect(screen.queryByText('Talking')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Free now/u })).toBeNull();
  });

  it('B1: those who run the event see everybody, and no filter or page that is for guests', async () => {
    await show([person('a'), person('m')], {}, '/board', { me: null, personPath: null });
    await screen.findByText('2 people');
    expect(screen.queryByRole('button', { name: /^Suggested to me/u })).toBeNull();
    expect(screen.queryAllByRole('link')).toEqual([]);
  });

  it('B2: filters that leave somebody are cleared beside the count, where the focus goes on', async () => {
    await show([person('a'), person('b', { presence: 'talking' })], {}, '/board?free=1');
    await screen.findByText('1 person');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    const count = await screen.findByText('2 people');
    expect(document.activeElement).toBe(count);
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
  });
});
