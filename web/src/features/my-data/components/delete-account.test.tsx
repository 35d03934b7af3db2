import type { MyDataOverview } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { DeleteAccount } from './delete-account.js';

const DELETION = '/api/my-data/deletion';
const overview: MyDataOverview = { name: 'Ada Lovelace', codeTo: null, handOver: [] };
const asked = { requestId: '11111111-1111-4111-8111-111111111111', expiresAt: '2026-06-01T10:00:00Z' };

async function open(known: Partial<MyDataOverview>, answers: Parameters<typeof fakeServer>[0] = {}) {
  const sent = fakeServer({ 'GET /api/my-data': { status: 200, body: { ...overview, ...known } }, ...answers });
  const sendCode = import.meta.jest.fn(async (_email: string) => asked);
  const onDeleted = import.meta.jest.fn();
  await renderPage(<DeleteAccount sendCode={sendCode} onDeleted={onDeleted} />, ['my-data']);
  return { sent, sendCode, onDeleted };
}
const type = (label: RegExp, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const deletion = () => screen.findByRole<HTMLButtonElement>('button', { name: 'Delete my account for good' });

it('P2: nobody deletes by a slip: the name is typed, and a wrong one is said at the field', async () => {
  const refusal = {
    code: 'name_differs',
    message: 'Not the name',
    fields: [{ field: 'name', code: 'not_allowed', message: 'Not the name' }],
  };
  const { sent, onDeleted } = await open(
    {},
    {
      [`POST ${DELETION}`]: [
        { status: 400, body: refusal },
        { status: 204, body: null },
      ],
    },
  );
  expect((await deletion()).disabled).toBe(true);
  type(/^Type your name/u, 'Ada');
  fireEvent.click(await deletion());
  expect(await screen.findAllByText('Not the name')).toHaveLength(1);
  expect(onDeleted).not.toHaveBeenCalled();
  type(/^Type your name/u, 'Ada Lovelace');
  fireEvent.click(await deletion());
  await waitFor(() => expect(onDeleted).toHaveBeenCalledTimes(1), { timeout: 20_000 });
  expect(sent.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({ name: 'Ada Lovelace', code: null });
});

it('P2: whose session is older gets a code by mail first, and sends it along', async () => {
  const { sent, sendCode, onDeleted } = await open(
    { codeTo: 'ada@example.org' },
    { [`POST ${DELETION}`]: { status: 204, body: null } },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Send the code' }));
  await deletion();
  expect(sendCode.mock.calls[0]?.[0]).toBe('ada@example.org');
  type(/^Code/u, '１２３ 456');
  type(/^Type your name/u, 'Ada Lovelace');
  fireEvent.click(await deletion());
  await waitFor(() => expect(onDeleted).toHaveBeenCalledTimes(1), { timeout: 20_000 });
  expect(sent.filter(({ method }) => method === 'POST').at(-1)?.body).toEqual({
    name: 'Ada Lovelace',
    code: { requestId: asked.requestId, code: '123456' },
  });
});

it('P2: who alone runs an event is led to its team, and finds no button', async () => {
  await open({ handOver: [{ eventId: 'e1', title: 'Tea & Code' }] });
  const link = await screen.findByRole('link', { name: 'Tea & Code' });
  expect(link.getAttribute('href')).toBe('/organize/e1/team');
  expect(screen.queryByRole('button', { name: 'Delete my account for good' })).toBeNull();
});
