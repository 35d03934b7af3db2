import type { Suggestion, SuggestionsAnswer } from '@teabreak/shared';
import { screen, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { SuggestionList } from './suggestion-list.js';

const ROUTE = 'GET /api/events/e/suggestions';
const paths = { person: (id: string) => `/people/${id}`, goal: '/me#goal', consents: '/me#consents', board: '/board' };
const show = (answer: SuggestionsAnswer) => {
  fakeServer({ [ROUTE]: { body: answer } });
  return renderPage(<SuggestionList eventId="e" paths={paths} />, ['home']);
};

const suggestion: Suggestion = {
  person: { id: 'p', name: '陈思远', headline: 'Engineer', goal: null, presence: 'free', checkedIn: true },
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
    await renderPage(<SuggestionList eventId="e" paths={paths} />, ['home']);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Reference: 8f3a');
    within(alert).getByRole('button', { name: 'Try again' });
  });
});
