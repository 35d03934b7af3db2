import type { Introducer, IntroducersAnswer } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { AskForm } from './ask-form.js';

const ASK = 'POST /api/events/e/introductions';
const someone = (accountId: string, name: string, more: Partial<Introducer> = {}): Introducer => ({
  ...{ accountId, registrationId: `r-${accountId}`, name, present: true, connects: false, busy: false },
  ...more,
});
const WANG = someone('wang', '王芳');
const TOM = someone('tom', 'Tom', { present: false });

async function show(ways: Partial<IntroducersAnswer>, answer: object | object[]) {
  const sent = fakeServer({
    'GET /api/events/e/people/t/introducers': { body: { direct: [], through: [], ...ways } },
    [ASK]: answer as { body: unknown },
  });
  const asked: string[] = [];
  await renderPage(
    <AskForm
      eventId="e"
      target={{ id: 't', name: 'Ada' }}
      introductionsPath="/introductions"
      onAsked={({ id }) => asked.push(id)}
    />,
    ['introductions'],
  );
  await screen.findByRole('button', { name: 'Ask for the introduction' });
  const requests = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body);
  return { request: () => requests()[0], requests, asked };
}
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Ask for the introduction' }));
const done = { body: { id: 'i' } };
const refused = (code: string, message: string) => ({ status: 409, body: { code, message } });

beforeEach(() => sessionStorage.clear());

describe('AskForm', () => {
  it('I1: asks the acquaintance who is here, with the line for them to pass on', async () => {
    const { request, asked } = await show({ direct: [WANG, TOM] }, done);
    expect(screen.queryByRole('radio', { name: 'The hosts' })).toBeNull();
    fireEvent.change(screen.getByLabelText(/^Why would you like to meet/u), {
      target: { value: 'We both fire pots.' },
    });
    send();
    await waitFor(() => expect(asked).toEqual(['i']));
    expect(request()).toMatchObject({
      targetId: 't',
      introducerId: 'wang',
      throughId: null,
      line: 'We both fire pots.',
    });
  });

  it('I1: while no acquaintance is here the hosts stand in, unless somebody who is on the way is chosen', async () => {
    const { request } = await show({ direct: [TOM] }, done);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'The hosts' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Tom' }));
    send();
    await waitFor(() => expect(request()).toMatchObject({ introducerId: 'tom' }));
  });

  it('I1: where nobody knows both there is nothing to choose', async () => {
    const { request } = await show({}, done);
    expect(screen.queryByRole('radio')).toBeNull();
    screen.getByText(/the hosts will introduce you to Ada/u);
    send();
    await waitFor(() => expect(request()).toMatchObject({ introducerId: null, line: '' }));
  });

  it('two steps: through somebody who knows somebody, asked one after the other', async () => {
    const { request } = await show({ through: [{ first: WANG, second: someone('ivy', 'Ivy') }] }, done);
    fireEvent.click(screen.getByRole('radio', { name: '王芳, who knows Ivy' }));
    send();
    await waitFor(() => expect(request()).toMatchObject({ introducerId: 'ivy', throughId: 'wang' }));
  });

  it('I3: who has been asked often is named, and not to be chosen', async () => {
    const { request } = await show({ direct: [{ ...WANG, busy: true }] }, done);
    screen.getByText(/王芳 has been asked often/u);
    send();
    await waitFor(() => expect(request()).toMatchObject({ introducerId: null }));
  });

  it('I3: a refusal keeps what was written and shows the way to the requests that are open', async () => {
    await show({ direct: [WANG] }, refused('introduction_limit', 'You have 3 open requests.'));
    const line = screen.getByLabelText<HTMLTextAreaElement>(/^Why would you like to meet/u);
    fireEvent.change(line, { target: { value: 'Please' } });
    send();
    expect((await screen.findByRole('alert')).textContent).toContain('You have 3 open requests.');
    expect(screen.getByRole('link', { name: 'See my introductions' }).getAttribute('href')).toBe('/introductions');
    expect(line.value).toBe('Please');
  });

  it('I1: sent again after no answer came, it is the same request', async () => {
    const { requests, asked } = await show({ direct: [WANG] }, ['no answer', done]);
    send();
    await screen.findByRole('alert');
    send();
    await waitFor(() => expect(asked).toEqual(['i']));
    const ids = requests().map((body) => (body as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });
});
