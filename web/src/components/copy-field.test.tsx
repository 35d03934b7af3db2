import { act, fireEvent, render, screen } from '@testing-library/react';
import { startLanguage } from '../lib/i18n.js';
import { CopyField } from './copy-field.js';

const { fn } = import.meta.jest;

function browser(clipboard: (() => Promise<void>) | undefined, execCommand: () => boolean) {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard && { writeText: clipboard } });
  document.execCommand = execCommand;
}

async function tap() {
  render(<CopyField label="WeChat ID" value="mingming_2020" />);
  await act(async () => {
    fireEvent.click(screen.getByRole('button'));
  });
}

beforeAll(startLanguage);

it('C3: copies with the clipboard where there is one', async () => {
  const write = fn(async () => {});
  const exec = fn(() => true);
  browser(write, exec);
  await tap();
  await screen.findByRole('button', { name: 'Copied' });
  expect(write).toHaveBeenCalledWith('mingming_2020');
  expect(exec).not.toHaveBeenCalled();
});

it('C3: falls back to the old command where the clipboard refuses or is missing', async () => {
  for (const clipboard of [() => Promise.reject(new Error('NotAllowedError')), undefined]) {
    const exec = fn(() => document.querySelector('textarea')?.value === 'mingming_2020');
    browser(clipboard, exec);
    await tap();
    await screen.findByRole('button', { name: 'Copied' });
    expect(exec).toHaveBeenCalledTimes(1);
    expect(document.querySelector('textarea')).toBeNull();
    document.body.replaceChildren();
  }
});

it('C3: selects the text and says how to copy by hand where nothing works', async () => {
  browser(undefined, () => false);
  await tap();
  await screen.findByText(/Press and hold/u);
  const input = screen.getByLabelText<HTMLInputElement>('WeChat ID');
  expect(input.selectionEnd).toBe('mingming_2020'.length);
});
