import type { AskInput } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../test/fake-server.js';
import { fakeSocket } from '../../../test/fake-socket.js';
import { renderPage } from '../../../test/render.js';
import { AskBoard } from './components/ask-board.js';

const ASKS = '/api/events/e/asks';
const paths = {
  list: '/asks',
  ask: (id: string) => `/asks/${id}`,
  thread: (id: string) => `/asks/with/${id}`,
  person: (id: string) => `/people/${id}`,
};
fakeSocket();
afterEach(() => sessionStorage.clear());

type Answers = Parameters<typeof fakeServer>[0];
async function show(answers: Answers) {
  const sent = fakeServer({
    [`GET ${ASKS}`]: { body: { asks: [], next: null } },
    [`GET ${ASKS}/for-me`]: { body: { asks: [] } },
    'GET /api/events/e/ask-threads': { body: { threads: [] } },
    ...answers,
  });
  await renderPage(<AskBoard eventId="e" consents={{ named: true, screen: true }} paths={paths} />, ['asks']);
  return () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body as AskInput);
}
async function post(text: string) {
  fireEvent.click(screen.getByRole('button', { name: 'Post to everybody here' }));
  fireEvent.change(await screen.findByLabelText(/^What do you need/u), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: 'Post' }));
}

describe('posting', () => {
  it('A1: is there at once, and sent again after a lost answer it is one post', async () => {
    const posts = await show({ [`POST ${ASKS}`]: ['no answer', { status: 201, body: {} }] });
    await post('Who knows tea?');
    await screen.findByText('Not sent yet');
    screen.getByText('Who knows tea?');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('Who knows tea?')).toBeNull());
    expect(posts()).toHaveLength(2);
    expect(new Set(posts().map(({ requestId }) => requestId)).size).toBe(1);
  });

  it('A1: a reload of the tab sends what had no answer, as the same post', async () => {
    const input: AskInput = { requestId: 'r1', kind: 'ask', text: 'Kept', tags: [], onScreen: false };
    sessionStorage.setItem('teabreak.draft.ask-outbox-e', JSON.stringify(input));
    const posts = await show({ [`POST ${ASKS}`]: { status: 201, body: {} } });
    await waitFor(() => expect(posts()).toEqual([input]));
    await waitFor(() => expect(sessionStorage.getItem('teabreak.draft.ask-outbox-e')).toBeNull());
  });

  it('A1: what is refused can be changed, with all that was typed, and is a new post', async () => {
    const refused = { status: 409, body: { code: 'ask_limit', message: 'You have 5 open posts.' } };
    const posts = await show({ [`POST ${ASKS}`]: [refused, { status: 201, body: {} }] });
    await post('One too many');
    await screen.findByText('You have 5 open posts.');
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    const box = await screen.findByLabelText<HTMLTextAreaElement>(/^What do you need/u);
    expect(box.value).toBe('One too many');
    fireEvent.click(screen.getByRole('button', { name: 'Post' }));
    await waitFor(() => expect(posts()).toHaveLength(2));
    expect(new Set(posts().map(({ requestId }) => requestId)).size).toBe(2);
  });
});
