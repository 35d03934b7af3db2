import { fireEvent, render } from '@testing-library/react';
import { QrImage } from './qr-image.js';

const visible = (container: HTMLElement) =>
  [...container.querySelectorAll('img')].filter(({ hidden }) => !hidden).map((image) => image.getAttribute('src'));

it('C2: the old code stays until the new one has arrived, and one is shown at any time', () => {
  const { container, rerender } = render(<QrImage src="/one.png" alt="code" />);
  rerender(<QrImage src="/two.png" alt="code" />);
  expect(visible(container)).toEqual(['/one.png']);
  fireEvent.load(container.querySelector('img[src="/two.png"]') as HTMLImageElement);
  expect(visible(container)).toEqual(['/two.png']);
  expect(container.querySelectorAll('img')).toHaveLength(1);
});
