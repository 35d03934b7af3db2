import { screen } from '@testing-library/react';
import { renderPage } from '../../../../test/render.js';
import { IntroductionNumbers } from './introduction-numbers.js';

const show = (numbers: object = {}) =>
  renderPage(
    <IntroductionNumbers
      introductions={{ asked: 0, passedOn: null, agreed: 0, met: 0, warm: null, byHosts: null, ...numbers }}
    />,
    ['overview'],
  );
const page = () => screen.getByTestId('page').textContent;

describe('O2: introductions in numbers', () => {
  it('nobody has asked yet: a sentence, and no row of zeros', async () => {
    await show();
    expect(page()).toContain('Nobody has asked for one yet');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('small numbers stay numbers, a share in percent needs ten', async () => {
    await show({ asked: 30, agreed: 17, warm: { asked: 9, agreed: 6 }, byHosts: { asked: 21, agreed: 11 } });
    expect(page()).toContain('6 of 9');
    expect(page()).toContain('11 of 21 · 52%');
    expect(page()?.match(/%/gu)).toHaveLength(1);
  });

  it('I2: of what must not be told there is neither a number nor an empty bar', async () => {
    await show({ asked: 8, agreed: 3, warm: { asked: 5, agreed: 3 } });
    expect(page()).toContain('Through a host fewer than five so far');
    expect(screen.getAllByRole('progressbar')).toHaveLength(4);
  });

  it('says when the two ways can be compared where neither can yet', async () => {
    await show({ asked: 2 });
    expect(page()).toContain('once five of a kind are settled');
    expect(page()).toContain('Passed on Told once it cannot give away who said no');
  });
});
