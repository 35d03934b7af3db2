import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { NO_CONSENTS } from '../join-values.js';
import { WithRegistration } from './with-registration.js';

const ann = { eventId: 'e', name: 'Ann', status: 'confirmed', consents: { ...NO_CONSENTS, takePart: true } };
const ROUTE = 'GET /api/events/e/me';
const show = () =>
  renderPage(
    <WithRegistration eventId="e" joinPath="/join" signInPath="/sign-in">
      {({ name }) => <p>Hello {name}</p>}
    </WithRegistration>,
    ['home'],
  );

describe('WithRegistration', () => {
  it.each([
    [401, 'not_signed_in'],
    [404, 'not_found'],
  ])('who is not on the list (%i) gets two ways in', async (status, code) => {
    fakeServer({ [ROUTE]: { status, body: { code, message: '' } } });
    await show();
    expect((await screen.findByRole('link', { name: 'Join this event' })).getAttribute('href')).toBe('/join');
    expect(screen.getByRole('link', { name: 'Sign in with a code' }).getAttribute('href')).toBe('/sign-in');
  });

  it('a failure is not mistaken for not being on the list, and can be tried again', async () => {
    fakeServer({
      [ROUTE]: [{ status: 500, body: { code: 'internal', message: 'Something broke.' } }, { body: ann }],
    });
    const user = userEvent.setup();
    await show();
    await screen.findByText('Something broke.');
    expect(screen.queryByRole('link', { name: 'Join this event' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => screen.getByText('Hello Ann'));
  });

  it('P1: a guest of the hosts who has agreed to nothing is asked four times, ticked nowhere, before anything else', async () => {
    const sent = fakeServer({
      [ROUTE]: { body: { ...ann, consents: NO_CONSENTS } },
      'PATCH /api/events/e/me': { body: ann },
    });
    const user = userEvent.setup();
    await show();
    await screen.findByRole('heading', { level: 1, name: 'Welcome, Ann' });
    expect(screen.queryByText('Hello Ann')).toBeNull();
    const boxes = screen.getAllByRole('checkbox') as HTMLInputElement[];
    expect(boxes.map((box) => box.checked)).toEqual([false, false, false, false]);
    await user.click(screen.getByRole('button', { name: 'Come in' }));
    await screen.findByText('Without this we may not keep your seat.');
    expect(sent.filter(({ method }) => method === 'PATCH')).toEqual([]);
    await user.click(boxes[0] as HTMLInputElement);
    await user.click(screen.getByRole('button', { name: 'Come in' }));
    await screen.findByText('Hello Ann');
    expect(sent.find(({ method }) => method === 'PATCH')?.body).toEqual({ consents: ann.consents });
  });

  it('P1: nothing is asked of who waits for a seat or has given it back', async () => {
    fakeServer({ [ROUTE]: { body: { ...ann, status: 'cancelled', consents: NO_CONSENTS } } });
    await show();
    await screen.findByText('Hello Ann');
  });
});
