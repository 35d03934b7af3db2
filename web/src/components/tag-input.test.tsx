import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { startLanguage } from '../lib/i18n.js';
import { TagInput } from './tag-input.js';

function Sample({ start = [] }: { start?: string[] }) {
  const [tags, setTags] = useState(start);
  return (
    <>
      <TagInput
        label="Seeks"
        name="seeks"
        value={tags}
        onChange={setTags}
        suggestions={['accountant', 'my account', '天使投资']}
      />
      <output>{tags.join('|')}</output>
    </>
  );
}

beforeAll(startLanguage);
const input = () => screen.getByLabelText<HTMLInputElement>('Seeks', { selector: 'input' });
const tags = () => document.querySelector('output')?.textContent;

it('G1: while an input method composes, Enter and commas belong to it', () => {
  render(<Sample />);
  fireEvent.compositionStart(input());
  fireEvent.input(input(), { target: { value: 'tian,shi' }, isComposing: true });
  fireEvent.keyDown(input(), { key: 'Enter', isComposing: true });
  expect(tags()).toBe('');
  expect(input().value).toBe('tian,shi');
  fireEvent.input(input(), { target: { value: '天使' }, isComposing: true });
  fireEvent.compositionEnd(input(), { data: '天使' });
  // Safari reports the Enter that ended the composition afterwards, with key code 229.
  fireEvent.keyDown(input(), { key: 'Enter', keyCode: 229 });
  expect(tags()).toBe('');
  fireEvent.keyDown(input(), { key: 'Enter' });
  expect(tags()).toBe('天使');
});

it('splits at commas of both scripts, also when pasted', async () => {
  render(<Sample />);
  await userEvent.click(input());
  await userEvent.paste('会计，律师、a designer; sales');
  expect(tags()).toBe('会计|律师|a designer|sales');
});

it('G1: takes five and no more, and the same word only once', async () => {
  render(<Sample start={['a', 'b', 'c']} />);
  await userEvent.type(input(), 'Ｂ,d,e,f,');
  expect(tags()).toBe('a|b|c|d|e');
  expect(input().readOnly).toBe(true);
});

it('keeps half a word when the field is left', async () => {
  render(<Sample />);
  await userEvent.type(input(), 'lawyer');
  await userEvent.tab();
  expect(tags()).toBe('lawyer');
});

it('does not send the form with the Enter that adds a tag', async () => {
  const submit = import.meta.jest.fn((event: Event) => event.preventDefault());
  const { container } = render(
    <form>
      <Sample />
    </form>,
  );
  container.querySelector('form')?.addEventListener('submit', submit);
  await userEvent.type(input(), 'lawyer{Enter}');
  expect(submit).not.toHaveBeenCalled();
});

it('offers suggestions to the keyboard, beginnings first', async () => {
  render(<Sample />);
  await userEvent.type(input(), 'acc');
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['accountant', 'my account']);
  await userEvent.keyboard('{ArrowUp}');
  expect(screen.getByRole('option', { selected: true }).textContent).toBe('my account');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(tags()).toBe('accountant');
});

it('removes the last with Backspace and any by its button', async () => {
  render(<Sample start={['a', 'b', 'c']} />);
  await userEvent.type(input(), '{Backspace}');
  expect(tags()).toBe('a|b');
  await userEvent.click(screen.getByRole('button', { name: /^a/u }));
  expect(tags()).toBe('b');
});
