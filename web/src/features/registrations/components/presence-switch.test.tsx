import type { Place } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { PresenceSwitch } from './presence-switch.js';

// jsdom has the element without its methods.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

const places: Place[] = [
  { id: 'p1', name: 'Window table', seats: 4, hint: 'left of the window' },
  { id: 'p2', name: 'Bar', seats: 2, hint: '' },
];
const free = { eventId: 'e1', presence: 'free', placeId: null } as const;
const show = (registration: Parameters<typeof PresenceSwitch>[0]['registration'], at: Place[]) =>
  renderPage(<PresenceSwitch registration={registration} places={at} />, ['home']);
const puts = () => fakeServer({ 'PUT /api/events/e1/me/presence': { body: {} } });

describe('PresenceSwitch', () => {
  it('B1: without places one tap says it', async () => {
    const sent = puts();
    await show(free, []);
    fireEvent.click(screen.getByRole('button', { name: 'At a place' }));
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ presence: 'at-place', placeId: null }]));
  });

  it('B1: with places nothing is sent before one says which', async () => {
    const sent = puts();
    await show(free, places);
    fireEvent.click(screen.getByRole('button', { name: 'At a place' }));
    const bar = await screen.findByRole('button', { name: 'Bar' });
    expect(sent).toEqual([]);
    fireEvent.click(bar);
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ presence: 'at-place', placeId: 'p2' }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says where I am, and leaving the place forgets it', async () => {
    const sent = puts();
    await show({ ...free, presence: 'at-place', placeId: 'p1' }, places);
    screen.getByText(/Window table/u);
    fireEvent.click(screen.getByRole('button', { name: 'Talking' }));
    await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ presence: 'talking', placeId: null }]));
  });
});
