import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { PersonalLink } from './personal-link.js';

const ROUTE = '/api/claims/token-of-somebody';
const preview = {
  maskedName: '陈**',
  eventTitle: 'Mixer',
  slug: 'mixer',
  state: 'open',
  startsAt: '2026-05-01T06:00:00Z',
  timeZone: 'Asia/Shanghai',
  venue: 'Tea Loft',
};
const show = (onClaimed: (answer: unknown) => void = () => {}) =>
  renderPage(<PersonalLink token="token-of-somebody" onClaimed={onClaimed} />, ['join']);

describe('PersonalLink', () => {
  it('P1: asks whose link it is by a masked name, and binds nothing without the consent to take part', async () => {
    const sent = fakeServer({
      [`GET ${ROUTE}`]: { body: preview },
      [`POST ${ROUTE}`]: { body: { registrationId: 'r', status: 'confirmed', eventId: 'e', slug: 'mixer' } },
    });
    const claimed: unknown[] = [];
    const user = userEvent.setup();
    await show((answer) => claimed.push(answer));
    await screen.findByText('陈**');
    await user.click(screen.getByRole('button', { name: 'Yes, that is me' }));
    const takePart = screen.getByRole('checkbox', { name: /Take part/u });
    await waitFor(() => expect(document.activeElement).toBe(takePart));
    expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(0);

    await user.click(takePart);
    await user.click(screen.getByRole('button', { name: 'Yes, that is me' }));
    await waitFor(() => expect(claimed).toHaveLength(1));
    expect(sent.at(-1)?.body).toEqual({
      locale: 'en',
      consents: { takePart: true, board: false, screen: false, suggestions: false },
    });
  });

  it('whose link it is not is sent on, and nothing is claimed', async () => {
    const sent = fakeServer({ [`GET ${ROUTE}`]: { body: preview } });
    const user = userEvent.setup();
    await show();
    await user.click(await screen.findByRole('button', { name: 'No, that is not me' }));
    expect(screen.getByRole('link', { name: 'See the event' }).getAttribute('href')).toBe('/e/mixer');
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['taken', 'Sign in with a code', '/sign-in?next=%2Fe%2Fmixer%2Fhome'],
    ['mine', 'Open my event', '/e/mixer/home'],
  ])('a link that is %s leads on', async (state, action, href) => {
    fakeServer({ [`GET ${ROUTE}`]: { body: { ...preview, state } } });
    await show();
    expect((await screen.findByRole('link', { name: action })).getAttribute('href')).toBe(href);
  });

  it('a link that was cut off says so', async () => {
    fakeServer({});
    await show();
    await screen.findByRole('heading', { level: 1, name: 'This link does not lead anywhere' });
  });
});
