import type { Place } from '@teabreak/shared';
import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../../test/render.js';
import { presenceOutbox } from '../presence-outbox.js';
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
/** What is to be sent; that it is, is tested with the outbox. */
const said = () => presenceOutbox.read('e1');

beforeEach(() => localStorage.clear());

describe('PresenceSwitch', () => {
  it('B1: without places one tap says it', async () => {
    await show(free, []);
    fireEvent.click(screen.getByRole('button', { name: 'At a place' }));
    expect(said()).toMatchObject({ presence: 'at-place', placeId: null });
  });

  it('B1: with places nothing is sent before one says which', async () => {
    await show(free, places);
    fireEvent.click(screen.getByRole('button', { name: 'At a place' }));
    const bar = await screen.findByRole('button', { name: 'Bar' });
    expect(said()).toBeNull();
    fireEvent.click(bar);
    expect(said()).toMatchObject({ presence: 'at-place', placeId: 'p2' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says where I am, and leaving the place forgets it', async () => {
    await show({ ...free, presence: 'at-place', placeId: 'p1' }, places);
    screen.getByText(/Window table/u);
    fireEvent.click(screen.getByRole('button', { name: 'Talking' }));
    expect(said()).toMatchObject({ presence: 'talking', placeId: null });
  });
});
