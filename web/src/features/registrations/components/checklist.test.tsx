import type { MyRegistration } from '@teabreak/shared';
import { screen } from '@testing-library/react';
import { renderPage } from '../../../../test/render.js';
import { Checklist } from './checklist.js';

const bare = { goal: null, headline: '', recognise: '', contacts: [{ kind: 'email', value: 'a@b.cc' }] };
const full = {
  goal: { kind: 'hire', seeks: [], offers: [], sentence: '' },
  headline: 'Designer',
  recognise: 'green jacket',
  contacts: [{ kind: 'wechat', value: 'a_b_c' }],
};
const show = (registration: object, commonalities: number | undefined) =>
  renderPage(<Checklist registration={registration as MyRegistration} commonalities={commonalities} mePath="/me" />, [
    'home',
  ]);

describe('Checklist', () => {
  it('G4: counts what is ready, and leads to the section of what is not', async () => {
    await show(bare, 2);
    screen.getByText('0 of 5');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/me#goal',
      '/me#person',
      '/me#commonalities',
      '/me#contacts',
      '/me#person',
    ]);
  });

  it('G4: three commonalities are enough, and a full list is a single sentence', async () => {
    await show(full, 3);
    screen.getByText('You are ready. See you there.');
    expect(screen.queryAllByRole('link')).toHaveLength(0);
  });

  it('claims nothing before it is known', async () => {
    const { container } = await show(full, undefined);
    expect(container.textContent).toBe('');
  });
});
