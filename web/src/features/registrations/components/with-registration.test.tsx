import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { WithRegistration } from './with-registration.js';

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
      [ROUTE]: [{ status: 500, body: { code: 'internal', message: 'Something broke.' } }, { body: { name: 'Ann' } }],
    });
    const user = userEvent.setup();
    await show();
    await screen.findByText('Something broke.');
    expect(screen.queryByRole('link', { name: 'Join this event' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => screen.getByText('Hello Ann'));
  });
});
