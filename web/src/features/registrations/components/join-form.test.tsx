import type { PublicEvent } from '@teabreak/shared';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, type Sent } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { JoinForm } from './join-form.js';

const ROUTE = 'POST /api/public/events/mixer/registrations';
const ANSWER = { registrationId: 'r', status: 'confirmed', eventId: 'e', slug: 'mixer' };
const event = { slug: 'mixer', registration: 'open' } as PublicEvent;

function show(onJoined: (answer: unknown) => void = () => {}) {
  return renderPage(
    <JoinForm
      event={event}
      signInPath="/sign-in"
      onJoined={onJoined}
      goalFields={({ value, onChange, errors }) => (
        <button type="button" aria-invalid={'goal.kind' in errors} onClick={() => onChange({ ...value, kind: 'hire' })}>
          Goal {value.kind}
        </button>
      )}
    />,
    ['join'],
  );
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('Your name'), '林小雨');
  await user.type(screen.getByLabelText('E-mail address'), 'xiaoyu@example.com');
  await user.click(screen.getByRole('button', { name: /^Goal/u }));
  await user.click(screen.getByRole('checkbox', { name: /Take part/u }));
}

const send = (user: ReturnType<typeof userEvent.setup>) =>
  user.click(screen.getByRole('button', { name: /^(Join|Send again)$/u }));
const requestIds = (sent: Sent[]) => sent.map(({ body }) => (body as { requestId: string }).requestId);

describe('JoinForm', () => {
  beforeEach(() => sessionStorage.clear());

  it('P1: nothing is agreed to beforehand, and each consent is a question of its own', async () => {
    await show();
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes).toHaveLength(4);
    for (const box of boxes) expect((box as HTMLInputElement).checked).toBe(false);
  });

  it('E2: says everything that is missing at once, sends nothing, and goes to the first of it', async () => {
    const sent = fakeServer({});
    const user = userEvent.setup();
    await show();
    await send(user);
    await screen.findByText('4 things need another look.');
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
    const refused = document.querySelectorAll('[aria-invalid="true"]');
    expect([...refused].map((one) => one.getAttribute('name') ?? one.textContent)).toEqual([
      'name',
      'contact.value',
      'Goal ',
      'consents.takePart',
    ]);
    expect(sent).toHaveLength(0);
  });

  it('E2: what was typed survives a reload, under the same request id', async () => {
    const sent = fakeServer({ [ROUTE]: { body: ANSWER } });
    const user = userEvent.setup();
    const first = await show();
    await fill(user);
    const kept = JSON.parse(sessionStorage.getItem('teabreak.draft.join.mixer') ?? '{}');
    first.unmount();

    await show();
    expect((screen.getByLabelText('Your name') as HTMLInputElement).value).toBe('林小雨');
    await send(user);
    await waitFor(() => expect(requestIds(sent)).toEqual([kept.requestId]));
    await waitFor(() => expect(sessionStorage.getItem('teabreak.draft.join.mixer')).toBeNull());
  });

  it('E2: sending again after a lost answer is the same request, not a second person', async () => {
    const sent = fakeServer({ [ROUTE]: ['no answer', { body: ANSWER }] });
    const joined: unknown[] = [];
    const user = userEvent.setup();
    await show((answer) => joined.push(answer));
    await fill(user);
    await send(user);
    await screen.findByText(/sending again is safe/u);
    await send(user);
    await waitFor(() => expect(joined).toEqual([ANSWER]));
    const [one, other] = requestIds(sent);
    expect(one).toBe(other);
    expect(one).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it('puts the server’s refusal at its field, and clears it when the field changes', async () => {
    fakeServer({
      [ROUTE]: {
        status: 400,
        body: {
          code: 'invalid_input',
          message: 'Look again.',
          fields: [{ field: 'contact.value', code: 'invalid_format', message: 'This does not look right.' }],
        },
      },
    });
    const user = userEvent.setup();
    await show();
    await fill(user);
    await send(user);
    const field = await screen.findByLabelText('E-mail address');
    await screen.findByText('This does not look right.');
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.type(field, 'm');
    expect(screen.queryByText('This does not look right.')).toBeNull();
  });
});
