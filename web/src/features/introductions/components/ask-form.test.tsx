import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { AskForm } from './ask-form.js';

const ASK = 'POST /api/events/e/introductions';
const WANG = { accountId: 'wang', name: '王芳', present: true };
const TOM = { accountId: 'tom', name: 'Tom', present: false };

async function show(introducers: (typeof WANG)[], hostsStandIn: boolean, answer: object) {
  const sent = fakeServer({ [ASK]: answer });
  const asked: string[] = [];
  await renderPage(
    <AskForm
      eventId="e"
      target={{ id: 't', name: 'Ada' }}
      introducers={introducers}
      hostsStandIn={hostsStandIn}
      introductionsPath="/introductions"
      onAsked={({ id }) => asked.push(id)}
    />,
    ['introductions'],
  );
  return { sent, asked };
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Ask for the introduction' }));
const done = { body: { id: 'i' } };
const refused = (code: string, message: string) => ({ status: 409, body: { code, message } });

beforeEach(() => sessionStorage.clear());

describe('AskForm', () => {
  it('I1: asks the acquaintance who is here, with the line for them to pass on', async () => {
    const { sent, asked } = await show([WANG, TOM], false, done);
    expect(screen.queryByRole('radio', { name: 'The hosts' })).toBeNull();
    fireEvent.change(screen.getByLabelText(/^Why would you like to meet/u), {
      target: { value: 'We both fire pots.' },
    });
    send();
    await waitFor(() => expect(asked).toEqual(['i']));
    expect(sent[0]?.body).toMatchObject({ targetId: 't', introducerId: 'wang', line: 'We both fire pots.' });
  });

  it('I1: while no acquaintance is here the hosts stand in, unless somebody who is on the way is chosen', async () => {
    const { sent } = await show([TOM], true, done);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'The hosts' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Tom' }));
    send();
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ introducerId: 'tom' }));
  });

  it('I1: where nobody knows both there is nothing to choose', async () => {
    const { sent } = await show([], true, done);
    expect(screen.queryByRole('radio')).toBeNull();
    screen.getByText(/the hosts will introduce you to Ada/u);
    send();
    await waitFor(() => expect(sent[0]?.body).toMatchObject({ introducerId: null, line: '' }));
  });

  it('I3: a refusal keeps what was written and shows the way to the requests that are open', async () => {
    await show([WANG], false, refused('introduction_limit', 'You have 3 open requests.'));
    const line = screen.getByLabelText<HTMLTextAreaElement>(/^Why would you like to meet/u);
    fireEvent.change(line, { target: { value: 'Please' } });
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('You have 3 open requests.');
    expect(screen.getByRole('link', { name: 'See my introductions' }).getAttribute('href')).toBe('/introductions');
    expect(line.value).toBe('Please');
  });

  it('I1: sent again after no answer came, it is the same request', async () => {
    const { sent, asked } = await show([WANG], false, ['no answer', done]);
    send();
    await screen.findByRole('alert');
    send();
    await waitFor(() => expect(asked).toEqual(['i']));
    const ids = sent.map(({ body }) => (body as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
});
