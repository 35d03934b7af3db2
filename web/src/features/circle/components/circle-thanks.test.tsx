import { renderPage } from '../../../../test/render.js';
import { CircleThanks } from './circle-thanks.js';

const said = async (met: number, helped: number) => {
  await renderPage(<CircleThanks thanks={{ met, helped }} />, ['circle', 'my-circle']);
  return document.querySelector('main')?.textContent ?? document.body.textContent ?? '';
};

describe('M11: what came of my own kindness', () => {
  it.each([
    [1, 0, 'Thanks to you, two people have met.'],
    [3, 1, 'Thanks to you, 3 pairs of people have met.Somebody says that you helped them.'],
    [0, 2, '2 times somebody said that you helped them.'],
  ])('%i pairs and %i thanks: “%s”', async (met, helped, text) => {
    expect(await said(met, helped)).toContain(text);
  });

  it('says nothing where there is nothing to say', async () => {
    expect(await said(0, 0)).not.toMatch(/Thanks|helped/u);
  });
});
