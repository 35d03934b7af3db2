import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense } from 'react';
import { loadNamespace } from '../../../lib/i18n.js';
import { createQueryClient } from '../../../lib/query-client.js';
import { NewEventForm } from './new-event-form.js';

let sent: unknown[];
let answer: { status: number; body: unknown };

async function show(onCreated: (event: { id: string }) => void = () => {}) {
  await Promise.all(['common', 'event-form'].map((name) => loadNamespace('en', name)));
  return render(
    <QueryClientProvider client={createQueryClient()}>
      <Suspense>
        <NewEventForm onCreated={onCreated} />
      </Suspense>
    </QueryClientProvider>,
  );
}

const submit = () => userEvent.click(screen.getByRole('button', { name: 'Create the event' }));

beforeEach(() => {
  sessionStorage.clear();
  sent = [];
  globalThis.fetch = (async (_: string, { body }: RequestInit) => {
    sent.push(JSON.parse(String(body)));
    return { status: answer.status, headers: new Headers(), text: async () => JSON.stringify(answer.body) };
  }) as typeof fetch;
});

describe('the form of a new event', () => {
  it('says at the field what is missing, in a row of the programme as well, and sends nothing', async () => {
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'Add a tea break' }));
    await userEvent.clear(screen.getByRole('textbox', { name: 'Tea break' }));
    await submit();
    const title = await screen.findByLabelText('What is it called?');
    await waitFor(() => expect(title.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByRole('textbox', { name: 'Tea break' }).getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(title);
    expect(sent).toEqual([]);
  });

  it('keeps what was typed after a reload, until the event exists', async () => {
    const first = await show();
    await userEvent.type(screen.getByLabelText('What is it called?'), 'Spring mixer');
    await userEvent.click(screen.getByRole('button', { name: 'Add a tea break' }));
    first.unmount();

    const created: string[] = [];
    const second = await show(({ id }) => created.push(id));
    expect((screen.getByLabelText('What is it called?') as HTMLInputElement).value).toBe('Spring mixer');
    answer = { status: 201, body: { id: 'e1' } };
    await submit();
    await waitFor(() => expect(created).toEqual(['e1']));
    expect(sent[0]).toMatchObject({
      title: 'Spring mixer',
      capacity: null,
      agenda: [{ kind: 'break', title: 'Tea break' }],
    });
    second.unmount();

    await show();
    expect((screen.getByLabelText('What is it called?') as HTMLInputElement).value).toBe('');
  });

  it('puts what the server refuses to its field', async () => {
    await show();
    await userEvent.type(screen.getByLabelText('What is it called?'), 'Spring mixer');
    const message = 'At most 20000.';
    answer = {
      status: 400,
      body: {
        code: 'invalid_input',
        message: 'Look again',
        fields: [{ field: 'capacity', code: 'too_many', message }],
      },
    };
    await submit();
    expect(await screen.findByText(message)).toBeTruthy();
    expect(screen.getByLabelText(/^Seats/u).getAttribute('aria-invalid')).toBe('true');
  });
});
