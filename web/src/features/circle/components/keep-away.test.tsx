import { fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { ToastRegion } from '../../../components/toast.js';
import { BlockedPeople } from './blocked-people.js';
import { KeepAway } from './keep-away.js';

const person = '/api/events/e/people/p';
const page = (content: ReactNode) =>
  renderPage(
    <>
      {content}
      <ToastRegion />
    </>,
    ['circle', 'my-circle', 'away'],
  );

describe('I6: keep somebody away', () => {
  it('blocks from a page, and says that they are not told', async () => {
    const sent = fakeServer({ [`POST ${person}/block`]: { status: 204 } });
    let blocked = 0;
    await page(<KeepAway eventId="e" personId="p" name="Ben" onBlocked={() => (blocked += 1)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Block or report' }));
    fireEvent.click(screen.getByRole('button', { name: 'Block' }));
    await screen.findByText('Blocked. They are not told.');
    expect([blocked, sent.map(({ path }) => path)]).toEqual([1, [`${person}/block`]]);
  });

  it('says so and leads on also where the page it began on is gone by then', async () => {
    fakeServer({ [`POST ${person}/block`]: { status: 204 } });
    let blocked = 0;
    const { rerender } = await page(<KeepAway eventId="e" personId="p" name="Ben" onBlocked={() => (blocked += 1)} />);
    fireEvent.click(screen.getByRole('button', { name: 'Block or report' }));
    fireEvent.click(screen.getByRole('button', { name: 'Block' }));
    rerender(<ToastRegion />);
    await screen.findByText('Blocked. They are not told.');
    expect(blocked).toBe(1);
  });

  it('reports a message with its quote; what failed is sent again as the same report', async () => {
    const sent = fakeServer({ [`POST ${person}/report`]: ['no answer', { status: 204 }] });
    await page(<KeepAway eventId="e" personId="p" name="Ben" message={{ id: 'm1', text: 'rude words' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Block or report Ben' }));
    expect(screen.getByText('rude words')).toBeDefined();
    fireEvent.change(screen.getByRole('textbox'), { target: { value: 'He shouts' } });
    fireEvent.click(screen.getByRole('button', { name: 'Report to the hosts' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    await screen.findByRole('alert');
    fireEvent.click(screen.getByRole('button', { name: 'Report to the hosts' }));
    await screen.findByText('Thank you. The hosts will look at it.');
    expect(sent[0]?.body).toMatchObject({ reason: 'He shouts', messageId: 'm1' });
    expect(sent[1]?.body).toEqual(sent[0]?.body);
  });

  it('takes a block back in "me"', async () => {
    const sent = fakeServer({
      'GET /api/me/blocks': { body: { blocked: [{ accountId: 'a', name: 'Ben', at: '2026-06-01T10:00:00Z' }] } },
      'DELETE /api/me/blocks/a': { status: 204 },
    });
    await page(<BlockedPeople />);
    fireEvent.click(await screen.findByRole('button', { name: 'Unblock' }));
    await waitFor(() => expect(sent.map(({ method }) => method)).toContain('DELETE'));
  });
});
