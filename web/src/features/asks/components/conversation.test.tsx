import type { AskMessage, AskThread } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { fakeSocket } from '../../../../test/fake-socket.js';
import { renderPage } from '../../../../test/render.js';
import { Conversation } from './conversation.js';

const MESSAGES = '/api/events/e/ask-threads/t/messages';
const thread: AskThread = {
  ...{
    id: 't',
    askId: 'a',
    kind: 'ask',
    text: 'Who knows tea?',
    askState: 'open',
    part: 'author',
    state: 'introduced',
  },
  ...{ other: { registrationId: 'b', name: 'Ben', headline: '' }, line: '', helped: null, unread: 0, last: null },
  at: '2026-06-01T10:00:00Z',
};
const message = (seq: number, text: string): AskMessage => ({
  ...{ seq, text, clientId: `c${seq}`, at: '2026-06-01T10:00:00Z', mine: false },
});
fakeSocket();
window.scrollTo = () => {};
afterEach(() => sessionStorage.clear());

it('A1: messages are there at once; after a lost answer they go in their order, each as the same message', async () => {
  const sent = fakeServer({ [`POST ${MESSAGES}`]: ['no answer', { status: 201, body: message(2, 'First') }] });
  const page = { messages: [message(1, '<b>Hello</b>')], older: false };
  await renderPage(<Conversation eventId="e" thread={thread} page={page} timeZone="Asia/Shanghai" />, ['asks']);
  screen.getByText('<b>Hello</b>');
  const box = screen.getByRole('textbox');
  const write = (text: string) => {
    fireEvent.change(box, { target: { value: text } });
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  };
  write('First');
  await screen.findByText(/Not sent/u);
  screen.getByText('First');
  write('Second');
  const posts = () =>
    sent.filter(({ method }) => method === 'POST').map(({ body }) => body as { clientId: string; text: string });
  await waitFor(() => expect(posts().map(({ text }) => text)).toEqual(['First', 'First', 'Second']));
  expect(new Set(posts().map(({ clientId }) => clientId)).size).toBe(2);
});
