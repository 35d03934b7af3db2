import { SetupInput } from '@teabreak/shared';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApiError } from '../lib/api-error.js';
import { useForm } from '../lib/form.js';
import { startLanguage } from '../lib/i18n.js';
import type { Schema } from '../lib/schema-errors.js';
import { Button } from './button.js';
import { Form } from './form.js';
import { FormFailure } from './states.js';
import { TextField } from './text-field.js';

type Values = { name: string; email: string };
type Props = { submit: (values: Values) => Promise<unknown>; onDone?: () => void; schema?: () => Promise<Schema> };

function Sample({ submit, onDone, schema = async () => SetupInput.pick({ name: true, email: true }) }: Props) {
  const form = useForm({ draft: 'sample', initial: { name: '', email: '' }, schema, submit, onDone });
  return (
    <Form form={form}>
      <TextField label="Name" {...form.field('name')} />
      <TextField label="Email" {...form.field('email')} />
      <FormFailure failure={form.failure} />
      <Button type="submit" busy={form.submitting}>
        Go
      </Button>
    </Form>
  );
}

beforeAll(startLanguage);
beforeEach(() => sessionStorage.clear());
const { fn } = import.meta.jest;
const go = () => userEvent.click(screen.getByRole('button', { name: 'Go' }));

it('checks with the shared schema first and takes the focus to the first refused field', async () => {
  const submit = fn(async () => null);
  render(<Sample submit={submit} />);
  await userEvent.type(screen.getByLabelText('Name'), '李明');
  await userEvent.type(screen.getByLabelText('Email'), 'nobody');
  await go();
  await screen.findByText('This does not look right.');
  expect(document.activeElement).toBe(screen.getByLabelText('Email'));
  expect(submit).not.toHaveBeenCalled();
});

it('puts the server’s words to the fields they are about, and keeps what was typed', async () => {
  const refusal = new ApiError(400, 'invalid_input', 'Look again.', [
    { field: 'name', code: 'too_long', message: 'At most 80 characters.' },
  ]);
  render(<Sample submit={() => Promise.reject(refusal)} />);
  await userEvent.type(screen.getByLabelText('Name'), '李明');
  await userEvent.type(screen.getByLabelText('Email'), 'li@example.cn');
  await go();
  await screen.findByText('At most 80 characters.');
  expect(screen.getByRole('alert').textContent).toBe('Look again.');
  expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('李明');
  await userEvent.type(screen.getByLabelText('Name'), '辉');
  expect(screen.queryByText('At most 80 characters.')).toBeNull();
});

it('leaves the judgement to the server where the rules did not arrive', async () => {
  const submit = fn(async () => null);
  render(<Sample submit={submit} schema={() => Promise.reject(new Error('no network'))} />);
  await go();
  await waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
});

it('sends once, however often it is tapped', async () => {
  let finish = () => {};
  const submit = fn(
    () =>
      new Promise<null>((resolve) => {
        finish = () => resolve(null);
      }),
  );
  const onDone = fn();
  const { container } = render(<Sample submit={submit} onDone={onDone} schema={undefined} />);
  await userEvent.type(screen.getByLabelText('Name'), '李明');
  await userEvent.type(screen.getByLabelText('Email'), 'li@example.cn');
  const form = container.querySelector('form')!;
  await act(async () => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await waitFor(() => expect(submit).toHaveBeenCalledTimes(1));
  await act(async () => finish());
  expect(onDone).toHaveBeenCalledTimes(1);
});

it('keeps the draft through a reload, until it is sent', async () => {
  const first = render(<Sample submit={async () => null} />);
  await userEvent.type(screen.getByLabelText('Name'), '李明');
  first.unmount();
  render(<Sample submit={async () => null} />);
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('李明');
  await userEvent.type(screen.getByLabelText('Email'), 'li@example.cn');
  await go();
  await waitFor(() => expect(sessionStorage.length).toBe(0));
});
