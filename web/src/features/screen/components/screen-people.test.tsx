import type { ScreenView } from '@teabreak/shared';
import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { loadNamespace } from '../../../lib/i18n.js';
import { languagesFrom, ScreenLanguages } from '../screen-words.js';
import { ScreenPeople } from './screen-people.js';

const people = (count: number): ScreenView['people'] =>
  Array.from({ length: count }, (_, number) => ({ id: String(number), name: `Person ${number}`, goal: null }));
const names = () => screen.queryAllByText(/^Person /u).map((one) => one.textContent);

async function show(shown: ScreenView['people'], lang: string | null = 'en') {
  await act(async () => {
    await Promise.all([loadNamespace('en', 'screen'), loadNamespace('zh-CN', 'screen')]);
    render(
      <ScreenLanguages value={languagesFrom(lang)}>
        <Suspense>
          <ScreenPeople people={shown} />
        </Suspense>
      </ScreenLanguages>,
    );
  });
}

describe('people on the wall', () => {
  it('come four at a time, and the last turn is filled up from the first', async () => {
    const now = Date.now;
    try {
      // The second of two turns.
      Date.now = () => 9000;
      await show(people(6));
      expect(names()).toEqual(['Person 4', 'Person 5', 'Person 0', 'Person 1']);
    } finally {
      Date.now = now;
    }
  });

  it('are never shown twice where there are few', async () => {
    await show(people(2));
    expect(names()).toEqual(['Person 0', 'Person 1']);
  });

  it('B4: an empty wall says how one comes to be on it, in both languages unless the address names one', async () => {
    await show([], null);
    expect(screen.getByText('Who is in the room?').lang).toBe('en');
    expect(screen.getByText('今天都有谁？').lang).toBe('zh-CN');
  });

  it('speaks one language where the address names it', async () => {
    await show([], 'zh');
    expect(screen.queryByText('Who is in the room?')).toBeNull();
    expect(screen.getByText('今天都有谁？')).toBeTruthy();
  });
});
