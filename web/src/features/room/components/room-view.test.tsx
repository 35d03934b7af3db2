import type { RoomMessage } from '@teabreak/shared';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { fakeSocket } from '../../../../test/fake-socket.js';
import { renderPage } from '../../../../test/render.js';
import { RoomView } from './room-view.js';

const MESSAGES = 'GET /api/events/e/messages';
const socket = fakeSocket();
const message = (seq: number, rest: Partial<RoomMessage> = {}): RoomMessage => ({
  id: `m${seq}`,
  seq,
  authorId: null,
  personId: null,
  author: 'Ada',
  text: `Text ${seq}`,
  at: '2026-06-01T10:00:00Z',
  mine: false,
  removed: false,
  ...rest,
});
window.scrollTo = () => {};

async function show(messages: RoomMessage[], moderates = false) {
  const answers: Parameters<typeof fakeServer>[0] = { [MESSAGES]: { body: { messages, older: false } } };
  const sent = fakeServer(answers);
  await renderPage(<RoomView eventId="e" timeZone="Asia/Shanghai" moderates={moderates} />, ['room']);
  await waitFor(() => expect(socket.heard('room:message-posted')).toBe(1));
  return { answers, sent };
}
const items = () => screen.getAllByRole('listitem');

describe('RoomView', () => {
  it('Q4: what somebody writes is there at once', async () => {
    const { answers } = await show([message(1)]);
    await screen.findByText('Text 1');
    answers[MESSAGES] = { body: { messages: [message(2)], older: false } };
    await socket.send('room:message-posted', { eventId: 'e', seq: 2 });
    await screen.findByText('Text 2');
    expect(items()).toHaveLength(2);
  });

  it('I6: whom I am no longer shown is gone with what they wrote; what came meanwhile stays', async () => {
    const { answers } = await show([message(1), message(2, { author: 'Ben' }), message(3)]);
    await screen.findByText('Text 2');
    answers[MESSAGES] = { body: { messages: [message(1), message(3), message(4)], older: false } };
    await socket.send('suggestions:changed', { eventId: 'e' });
    await screen.findByText('Text 4');
    expect(items()).toHaveLength(3);
    expect(screen.queryByText('Text 2')).toBeNull();
  });

  it('Q4: one’s own message can be taken away, somebody else’s cannot', async () => {
    const { answers, sent } = await show([message(1), message(2, { mine: true })]);
    await screen.findByText('Text 2');
    answers['DELETE /api/events/e/messages/m2'] = { body: null };
    expect(within(items()[0] as HTMLElement).queryByRole('button')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take this message away' }));
    fireEvent.click(screen.getByRole('button', { name: 'Take it away' }));
    await screen.findByText('This message was taken away.');
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('Q4: who runs the event may take any message away', async () => {
    await show([message(1)], true);
    await screen.findByRole('button', { name: 'Take this message away' });
  });

  it('keeps what was typed when it could not be sent, and sends it once', async () => {
    const { answers, sent } = await show([message(1)]);
    const box = await screen.findByRole<HTMLTextAreaElement>('textbox');
    answers['POST /api/events/e/messages'] = ['no answer', { body: message(2, { text: 'Hello', mine: true }) }];
    fireEvent.change(box, { target: { value: 'Hello' } });
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByRole('alert');
    expect(box.value).toBe('Hello');
    fireEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(box.value).toBe(''));
    const ids = sent
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as { clientId: string }).clientId);
    expect(new Set(ids).size).toBe(1);
  });
});
