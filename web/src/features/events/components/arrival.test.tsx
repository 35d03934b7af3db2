import type { PublicEvent } from '@teabreak/shared';
import { fireEvent, screen } from '@testing-library/react';
import { renderPage } from '../../../../test/render.js';
import { Arrival } from './arrival.js';

const event = {
  slug: 'mixer',
  timeZone: 'Asia/Shanghai',
  startsAt: '2026-06-06T06:00:00Z',
  endsAt: '2026-06-06T10:00:00Z',
  venue: 'Tea House',
  address: '',
  registration: 'open',
} as PublicEvent;
const inBrowser = (name: string) => Object.defineProperty(navigator, 'userAgent', { value: name, configurable: true });

describe('Arrival', () => {
  // What is put on the object hides the browser's own.
  afterEach(() => Reflect.deleteProperty(navigator, 'userAgent'));

  it('E5: offers the calendar file', async () => {
    await renderPage(<Arrival event={event} />, ['arrival']);
    const link = screen.getByRole('link', { name: 'Add to my calendar' });
    expect(link.getAttribute('href')).toBe('/api/public/events/mixer/calendar.ics');
    expect(screen.queryByText('Tea House')).toBeNull();
  });

  it('E5: WeChat opens no such file, and is told what does', async () => {
    inBrowser('Mozilla/5.0 MicroMessenger/8.0.50');
    await renderPage(<Arrival event={event} whenAndWhere />, ['arrival']);
    expect(screen.queryByRole('link')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Add to my calendar' }));
    screen.getByText(/in your browser/u);
    screen.getByText('Tea House');
  });

  it('is gone when the event is over', async () => {
    await renderPage(<Arrival event={{ ...event, registration: 'over' }} />, ['arrival']);
    expect(screen.getByTestId('page').textContent).toBe('');
  });
});
