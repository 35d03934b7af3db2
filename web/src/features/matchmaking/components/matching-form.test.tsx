import type { MatchPreview, MatchSettings } from '@teabreak/shared';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { MatchingForm } from './matching-form.js';

const NEUTRAL: MatchSettings = { weights: { goals: 50, inCommon: 50, newCircles: 50 }, rules: [] };
const person = (name: string, suggested: string[]): MatchPreview['lists'][number] => ({
  registrationId: name,
  name,
  kind: 'hire',
  suggestions: suggested.map((other) => ({
    registrationId: other,
    name: other,
    direction: 'mutual',
    reason: `seeks “${other}”`,
  })),
});
const preview = (lists: MatchPreview['lists'], mostLists: number): MatchPreview => ({
  coverage: {
    people: 5,
    withGoal: 4,
    withList: lists.filter(({ suggestions }) => suggestions.length > 0).length,
    mutualShare: 0.625,
    mostLists,
    unmet: [{ registrationId: 'Ada', name: 'Ada', seeks: ['submarines'] }],
  },
  lists,
});
const before = preview([person('Ada', ['Bo']), person('Bo', ['Ada']), person('Cy', [])], 3);
const after = preview([person('Ada', ['Cy']), person('Bo', ['Ada']), person('Cy', ['Bo'])], 5);

const show = () => {
  const sent = fakeServer({
    'POST /api/events/e/matchmaking/preview': [{ body: before }, { body: after }],
    'PUT /api/events/e/matchmaking/settings': {
      body: { ...NEUTRAL, updatedAt: '2026-03-01T08:00:00.000Z', updatedBy: 'Olga' },
    },
  });
  const settings = { ...NEUTRAL, updatedAt: null, updatedBy: null };
  return renderPage(<MatchingForm eventId="e" timeZone="Asia/Shanghai" settings={settings} />, [
    'matching',
    'goals',
  ]).then(() => sent);
};
const slide = (name: string, value: number) =>
  fireEvent.change(screen.getByRole('slider', { name }), { target: { value: String(value) } });

describe('matching, for organizers', () => {
  it('tells a slider in words, to the eye and to the ear, and resets all three to the middle', async () => {
    await show();
    slide('Goals', 80);
    slide('New circles', 0);
    expect(screen.getByRole('slider', { name: 'Goals' }).getAttribute('aria-valuetext')).toBe('more than usual');
    screen.getByText(/goals count more than usual, .* as usual, and new circles count not at all/);
    fireEvent.click(screen.getByRole('button', { name: 'Back to the middle' }));
    expect(screen.getByRole<HTMLInputElement>('slider', { name: 'Goals' }).valueAsNumber).toBe(50);
    expect(screen.queryByRole('button', { name: 'Back to the middle' })).toBeNull();
  });

  it('previews what is not saved, asking once when the slider rests, and marks what it would change', async () => {
    const sent = await show();
    await screen.findByText('Ada', { selector: 'summary strong' });
    expect(screen.queryByText(/Nothing is saved yet/)).toBeNull();
    for (const value of [60, 70, 80]) slide('Goals', value);
    await screen.findByText(/Nothing is saved yet/);
    const asked = sent
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as MatchSettings).weights.goals);
    expect(asked).toEqual([50, 80]);
    expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
    screen.getByText('lists at most for one person (+2)');
    fireEvent.click(screen.getByRole('button', { name: /^Changed/ }));
    expect(screen.getAllByText('changed').length).toBe(2);
    screen.getByText('No longer: Bo');
    expect(screen.queryByText('Bo', { selector: 'summary strong' })).toBeNull();
  });

  it('says a rule as a sentence and saves what is shown', async () => {
    const sent = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Add a rule' }));
    const rule = within(screen.getByRole('region', { name: 'Hire' }));
    fireEvent.click(rule.getByRole('button', { name: 'Only to some' }));
    rule.getByText(/suggested to nobody/);
    fireEvent.click(rule.getByRole('button', { name: 'Find a job' }));
    fireEvent.change(rule.getByRole('combobox'), { target: { value: '3' } });
    rule.getByText('They are suggested only to people whose goal is “Find a job”. Each of them is on 3 lists at most.');
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      ...NEUTRAL,
      rules: [{ kind: 'hire', suggestedTo: ['find-job'], atMost: 3 }],
    });
  });

  it('takes changes back without asking the server', async () => {
    const sent = await show();
    slide('In common', 100);
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(screen.getByRole<HTMLInputElement>('slider', { name: 'In common' }).valueAsNumber).toBe(50);
    expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  });

  it('O1: finds a list by name, and names whose wish nobody here meets', async () => {
    await show();
    fireEvent.change(await screen.findByRole('searchbox'), { target: { value: 'cy' } });
    expect(screen.getAllByText(/./, { selector: 'summary strong' }).map((name) => name.textContent)).toEqual(['Cy']);
    screen.getByText('Nobody here fits well enough.');
    screen.getByText('submarines');
  });
});
