import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { AskForm } from './ask-form.js';

beforeEach(() => sessionStorage.clear());

const someone = (accountId: string, present: boolean) => ({ accountId, name: accountId, present });
const show = (introducers: ReturnType<typeof someone>[], hostsStandIn: boolean) =>
  renderPage(
    <AskForm
      eventId="e1"
      target={{ id: 'r1', name: 'Ann' }}
      introducers={introducers}
      hostsStandIn={hostsStandIn}
      introductionsPath="/introductions"
      onAsked={() => {}}
    />,
    ['introductions'],
  );
const choices = () => screen.queryAllByRole('radio').map((radio) => (radio as HTMLInputElement).value);
const asked = async (sent: { body: unknown }[]) => {
  fireEvent.click(screen.getByRole('button', { name: 'Ask for the introduction' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  return (sent[0]?.body as { introducerId: string | null }).introducerId;
};

describe('AskForm', () => {
  it('I1: the hosts are a further choice while those who know both are not here', async () => {
    const sent = fakeServer({ 'POST /api/events/e1/introductions': { body: {} } });
    await show([someone('lin', false)], true);
    expect(choices()).toEqual(['lin', 'hosts']);
    fireEvent.click(screen.getByRole('radio', { name: /lin/u }));
    expect(await asked(sent)).toBe('lin');
  });

  it('I1: not while one of them is here', async () => {
    await show([someone('lin', true), someone('mei', false)], false);
    expect(choices()).toEqual(['lin', 'mei']);
    expect((screen.getByRole('radio', { name: /lin/u }) as HTMLInputElement).checked).toBe(true);
  });

  it('I1: where nobody knows both there is nothing to choose', async () => {
    const sent = fakeServer({ 'POST /api/events/e1/introductions': { body: {} } });
    await show([], true);
    expect(choices()).toEqual([]);
    expect(await asked(sent)).toBeNull();
  });
});
