import type { Suggestion, SuggestionsAnswer } from '@teabreak/shared';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { ToastRegion } from '../../../components/toast.js';
import { SuggestionList } from './suggestion-list.js';

const ROUTE = 'GET /api/events/e/suggestions';
const WISHES = 'GET /api/events/e/suggestions/wishes';
const WISH = '/api/events/e/suggestions/p/wish';
const paths = {
  person: (id: string) => `/people/${id}`,
  goal: '/me#goal',
  commonalities: '/me#commonalities',
  consents: '/me#consents',
  board: '/board',
};
const added: string[][] = [];
const list = (
  <SuggestionList
    eventId="e"
    timeZone="Asia/Shanghai"
    placeNames={new Map([['t3', 'Table 3']])}
    paths={paths}
    onAddToGoal={async (...given) => void added.push(given)}
  />
);
const page = () =>
  renderPage(
    <>
      {list}
      <ToastRegion />
    </>,
    ['home'],
  );
const none = { body: { wishes: [] } };
const show = (answer: SuggestionsAnswer) => {
  const sent = fakeServer({ [ROUTE]: { body: answer }, [WISHES]: none });
  return page().then(() => sent);
};

const suggestion: Suggestion = {
  person: {
    id: 'p',
    name: '陈思远',
    headline: 'Engineer',
    goal: null,
    presence: 'free',
    placeId: null,
    checkedIn: true,
  },
  direction: 'mutual',
  reasons: [
    { kind: 'you-help', text: 'They look for sales.' },
    { kind: 'common', text: 'Both from Quanzhou.' },
    { kind: 'helps-you', text: 'They can build it.' },
  ],
  openingLine: 'What did you miss first?',
  introducers: [{ accountId: 'a', name: '王芳' }],
};

describe('SuggestionList', () => {
  it('M1, M8: states the two directions apart, theirs first, and gives the opening line', async () => {
    await show({ state: 'ready', hints: [], suggestions: [suggestion] });
    const card = within(await screen.findByRole('article'));
    expect(card.getAllByRole('term').map((term) => term.textContent)).toEqual([
      'Can help you',
      'You can help',
      'In common',
    ]);
    expect(card.getAllByRole('definition').map((text) => text.textContent)).toEqual([
      'They can build it.',
      'They look for sales.',
      'Both from Quanzhou.',
    ]);
    card.getByText('What did you miss first?');
  });

  it('M5, I1: names the introducer, and lets the hosts stand in where there is none', async () => {
    const alone = { ...suggestion, person: { ...suggestion.person, id: 'q', name: 'Tom' }, introducers: [] };
    await show({ state: 'ready', hints: [], suggestions: [suggestion, alone] });
    const warm = await screen.findByRole('link', { name: 'Ask 王芳 for an introduction' });
    expect(warm.getAttribute('href')).toBe('/people/p');
    const cold = screen.getByRole('link', { name: 'Ask the hosts for an introduction' });
    expect(cold.getAttribute('href')).toBe('/people/q');
  });

  it('M1: one-way help is labelled as such, two who want the same are told once', async () => {
    const reasons = (...kinds: Suggestion['reasons'][number]['kind'][]) =>
      kinds.map((kind) => ({ kind, text: `${kind}.` }));
    const one = { ...suggestion, reasons: reasons('helps-you', 'common') };
    const both = { ...suggestion, person: { ...suggestion.person, id: 'q' }, reasons: reasons('together', 'bridge') };
    await show({ state: 'ready', hints: [], suggestions: [one, both] });
    await screen.findAllByRole('article');
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual([
      'Can help you · one way',
      'In common',
      'You two have the same in mind',
      'A new circle for you',
    ]);
  });

  it('says where somebody is, where that is known', async () => {
    const at = (id: string, placeId: string | null): Suggestion => ({
      ...suggestion,
      person: { ...suggestion.person, id, presence: 'at-place', placeId },
    });
    await show({ state: 'ready', hints: [], suggestions: [at('p', 't3'), at('q', 'gone')] });
    const [known, unknown] = await screen.findAllByRole('article');
    within(known as HTMLElement).getByText('Table 3');
    within(unknown as HTMLElement).getByText('At a place');
  });

  it.each([
    ['goal-missing', 'Say what you came for', 'Set my goal', '/me#goal'],
    ['consent-missing', 'Suggestions are off for you', 'Turn suggestions on', '/me#consents'],
    ['nobody-yet', 'Nobody fits well enough yet', 'Add to my goal', '/me#goal'],
  ] as const)('M3: an empty list says why (%s) and what would help', async (state, title, action, href) => {
    await show({ state, suggestions: [], hints: [] });
    await screen.findByText(title);
    expect(screen.getByRole('link', { name: action }).getAttribute('href')).toBe(href);
    screen.getByRole('link', { name: 'See everybody on the board' });
  });

  it('shows the server’s sentence and a way to try again when it fails', async () => {
    fakeServer({ [ROUTE]: { status: 500, body: { code: 'internal', message: 'Something broke. Reference: 8f3a' } } });
    await page();
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Reference: 8f3a');
    within(alert).getByRole('button', { name: 'Try again' });
  });
});

describe('steering a suggestion', () => {
  const ready: SuggestionsAnswer = { state: 'ready', hints: [], suggestions: [suggestion] };
  const without: SuggestionsAnswer = { state: 'nobody-yet', hints: [], suggestions: [] };
  const mine = (kind: 'never' | 'not-now' | 'more-like-this', until: string | null = null) => ({
    body: { wishes: [{ registrationId: 'p', name: '陈思远', kind, until }] },
  });
  const choose = async (name: RegExp) => {
    fireEvent.click(await screen.findByRole('button', { name: 'Steer this suggestion: 陈思远' }));
    fireEvent.click(await screen.findByRole('button', { name }));
  };

  it('puts somebody aside at once, keeps the focus near, and the toast undoes it', async () => {
    const sent = fakeServer({
      [ROUTE]: [{ body: ready }, { body: without }, { body: ready }],
      [WISHES]: [none, mine('not-now', '2026-03-01T09:30:00Z'), none],
      [`PUT ${WISH}`]: { status: 204 },
      [`DELETE ${WISH}`]: { status: 204 },
    });
    await page();
    await choose(/^Not now/);
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    await screen.findByText(/until .*17:30/);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'People to meet' }));
    expect(sent.find(({ method }) => method === 'PUT')).toEqual({
      method: 'PUT',
      path: WISH,
      body: { kind: 'not-now' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('article');
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    await waitFor(() => expect(screen.queryByText(/You steered/)).toBeNull());
  });

  it('brings the card back and says so where the server cannot be reached', async () => {
    fakeServer({ [ROUTE]: { body: ready }, [WISHES]: none, [`PUT ${WISH}`]: 'no answer' });
    await page();
    await choose(/^Never at this event/);
    await screen.findByText('Not saved: no connection. Try again.');
    await screen.findByRole('article');
  });

  it('marks what was said, and saying it again takes it back; the card stays', async () => {
    const sent = fakeServer({
      [ROUTE]: { body: ready },
      [WISHES]: [mine('more-like-this'), none],
      [`DELETE ${WISH}`]: { status: 204 },
    });
    await page();
    await screen.findByText('You steered one suggestion');
    fireEvent.click(await screen.findByRole('button', { name: 'Steer this suggestion: 陈思远' }));
    const said = await screen.findByRole('button', { name: /^More like this/ });
    expect(said.getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(said);
    await waitFor(() => expect(sent.some(({ method }) => method === 'DELETE')).toBe(true));
    screen.getByRole('article');
  });

  it('gives the focus back to where it came from when nothing was chosen', async () => {
    await show(ready);
    const opener = await screen.findByRole('button', { name: 'Steer this suggestion: 陈思远' });
    opener.focus();
    fireEvent.click(opener);
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(opener);
  });

  it('keeps what was said in a folded list, each to be taken back', async () => {
    const sent = fakeServer({
      [ROUTE]: { body: without },
      [WISHES]: [mine('never'), none],
      [`DELETE ${WISH}`]: { status: 204 },
    });
    await page();
    fireEvent.click(await screen.findByRole('button', { name: 'Take back: 陈思远', hidden: true }));
    await waitFor(() => expect(sent.some(({ method, path }) => method === 'DELETE' && path === WISH)).toBe(true));
    await waitFor(() => expect(screen.queryByText('You steered one suggestion')).toBeNull());
  });

  it('says what would help, and adds a tag to the goal by one tap', async () => {
    const hints: SuggestionsAnswer['hints'] = [
      { kind: 'nobody-offers', text: 'Nobody here offers “X” so far.', tags: [] },
      { kind: 'add-offers', text: '7 people look for “Y”.', tags: ['Y'] },
      { kind: 'add-seeks', text: '5 people offer “Z”.', tags: ['Z'] },
      { kind: 'add-commonalities', text: 'Say where you are from.', tags: [] },
    ];
    await show({ ...without, hints });
    await screen.findByText('Nobody here offers “X” so far.');
    fireEvent.click(screen.getByRole('button', { name: 'Add “Y” to what I offer' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add “Z” to what I seek' }));
    await screen.findByText('Added to your goal: Z');
    expect(added).toEqual([
      ['offers', 'Y'],
      ['seeks', 'Z'],
    ]);
    expect(screen.getByRole('link', { name: 'Add what I may share with others' }).getAttribute('href')).toBe(
      '/me#commonalities',
    );
  });
});
