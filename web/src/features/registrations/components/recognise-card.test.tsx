import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { RecogniseCard } from './recognise-card.js';

it('I7: how one is recognised is said on the spot, and nothing else is changed by it', async () => {
  const sent = fakeServer({ 'PATCH /api/events/e/me': { body: { recognise: 'green jacket' } } });
  await renderPage(<RecogniseCard eventId="e" />, ['arrival']);
  const save = screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement;
  expect(save.disabled).toBe(true);
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'green jacket' } });
  fireEvent.click(save);
  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ recognise: 'green jacket' }]));
});
