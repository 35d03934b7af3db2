import type { Locale, ScreenView } from '@teabreak/shared';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { loadNamespace } from '../../../lib/i18n.js';
import { TURN_MS } from '../screen-turns.js';
import { languagesOf, ScreenLanguages } from '../screen-words.js';
import { ScreenPanel } from './screen-panel.js';

const people = (count: number): ScreenView['people'] =>
  Array.from({ length: count }, (_, number) => ({ id: String(number), name: `Person ${number}`, goal: null }));
const ask: ScreenView['asks'][number] = { id: 'a', kind: 'ask', text: 'Who knows a baker?', tags: [], name: 'Ada' };
const names = () => screen.queryAllByText(/^Person /u).map((one) => one.textContent);

async function show(view: Partial<Pick<ScreenView, 'people' | 'asks'>>, languages: readonly Locale[] = ['en']) {
  await act(async () => {
    await Promise.all([loadNamespace('en', 'screen'), loadNamespace('zh-CN', 'screen')]);
    render(
      <ScreenLanguages value={languages}>
        <Suspense>
          <ScreenPanel people={[]} asks={[]} {...view} />
        </Suspense>
      </ScreenLanguages>,
    );
  });
}

describe('people and asks on the wall', () => {
  const now = Date.now;
  afterEach(() => {
    Date.now = now;
  });

  it('people come four at a time', async () => {
    Date.now = () => TURN_MS;
    await show({ people: people(6) });
    expect(names()).toEqual(['Person 4', 'Person 5', 'Person 0', 'Person 1']);
  });

  it('A1: an ask has its turn, with who asks', async () => {
    Date.now = () => 2 * TURN_MS;
    await show({ people: people(6), asks: [ask] });
    expect(screen.getByText('Who knows a baker?')).toBeTruthy();
    expect(screen.getByText(/Ada/u)).toBeTruthy();
    expect(names()).toEqual([]);
  });

  it('B4: an empty wall says how one comes to be on it, in both languages of the event', async () => {
    Date.now = () => 0;
    await show({}, languagesOf(null, ['en', 'zh-CN']));
    expect(screen.getByText('Who is in the room?').lang).toBe('en');
    expect(screen.getByText('今天都有谁？').lang).toBe('zh-CN');
  });

  it('speaks the languages of the event, unless the address says otherwise', () => {
    expect(languagesOf(null, ['zh-CN'])).toEqual(['zh-CN']);
    expect(languagesOf('both', ['zh-CN'])).toEqual(['en', 'zh-CN']);
    expect(languagesOf('en', ['zh-CN', 'en'])).toEqual(['en']);
    expect(languagesOf(null, undefined)).toEqual(['en', 'zh-CN']);
  });
});
