import type { IntroductionView } from '@teabreak/shared';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer } from '../../../../test/fake-server.js';
import { renderPage } from '../../../../test/render.js';
import { groupOf } from '../introduction-group.js';
import { IntroductionDetail } from './introduction-detail.js';

const someone = (id: string, name: string) => ({ registrationId: id, name, headline: '', goal: null, recognise: '' });
const meeting: IntroductionView['meeting'] = {
  placeId: 'w',
  placeName: 'Window table',
  placeHint: 'Left of the door',
  breakId: 'b',
  breakTitle: 'Second break',
  startsAt: '2026-06-01T10:00:00Z',
  endsAt: '2026-06-01T10:30:00Z',
  joinedBy: null,
  openingLine: 'Ask about the kiln.',
  movedBy: null,
  ping: null,
  cancelledBy: null,
  said: { me: null, other: null },
};
const introduction = (rest: Partial<IntroductionView>): IntroductionView => ({
  id: 'i',
  eventId: 'e',
  myPart: 'requester',
  state: 'asked',
  requester: someone('r', 'Rosa'),
  target: { ...someone('t', '李明辉'), recognise: 'Green scarf' },
  introducer: { name: 'Ines' },
  byHosts: false,
  host: null,
  through: null,
  throughLine: '',
  startedBy: 'requester',
  requesterLine: '',
  introducerLine: '',
  meeting: null,
  contacts: [],
  encounterId: null,
  expiresAt: '2026-06-01T11:00:00Z',
  createdAt: '2026-06-01T09:00:00Z',
  updatedAt: '2026-06-01T09:00:00Z',
  can: [],
  ...rest,
});
const show = (one: IntroductionView) =>
  renderPage(
    <IntroductionDetail
      introduction={one}
      timeZone="Asia/Shanghai"
      personPath={(id) => `/people/${id}`}
      notePath={(id) => `/people/${id}#note`}
    >
      {() => null}
    </IntroductionDetail>,
    ['introductions', 'board', 'goals'],
  );
const iso = (fromNow: number) => new Date(Date.now() + fromNow).toISOString();
const buttons = () => screen.queryAllByRole('button').map((button) => button.textContent);

type Row = [IntroductionView['myPart'], Partial<IntroductionView>, string, string[], string];
const rows: Row[] = [
  ['requester', { state: 'asked', can: ['withdraw'] }, 'Asked', ['Take my request back'], 'open'],
  [
    'requester',
    { state: 'passed-on', startedBy: 'introducer', can: ['agree', 'decline'] },
    'Shall you two meet?',
    ['Yes, let us meet', 'Not this time'],
    'turn',
  ],
  [
    'requester',
    { state: 'passed-on', startedBy: 'introducer', can: ['decline'] },
    'You said yes',
    ['Not this time'],
    'open',
  ],
  [
    'requester',
    { state: 'agreed', meeting, can: ['met', 'missed', 'change', 'cancel', 'ping'] },
    'You are to meet',
    ['We have met', 'I cannot find {{other}}', 'Another time or place', 'We missed each other'],
    'meeting',
  ],
  ['requester', { state: 'met' }, 'You have met', [], 'over'],
  ['requester', { state: 'missed' }, 'You missed each other', [], 'over'],
  ['requester', { state: 'unknown' }, 'You were to meet', [], 'over'],
  [
    'target',
    { state: 'agreed', meeting: { ...meeting, endsAt: iso(-3_600_000) }, can: ['met', 'missed'] },
    'Did you meet?',
    ['We have met', 'We missed each other'],
    'meeting',
  ],
  ['requester', { state: 'not-this-time' }, 'Not this time', [], 'over'],
  [
    'introducer',
    { state: 'asked', can: ['pass-on', 'decline'] },
    'Would you bring them together?',
    ['Pass it on', 'Not this time'],
    'turn',
  ],
  ['introducer', { state: 'passed-on' }, 'Passed on', [], 'open'],
  [
    'introducer',
    { state: 'passed-on', startedBy: 'introducer', can: ['withdraw'] },
    'You suggested it',
    ['Take my suggestion back'],
    'open',
  ],
  ['introducer', { state: 'agreed' }, 'They are to meet', [], 'open'],
  ['introducer', { state: 'met' }, 'They have met', [], 'over'],
  [
    'target',
    { state: 'passed-on', can: ['agree', 'decline'] },
    'Shall you two meet?',
    ['Yes, let us meet', 'Not this time'],
    'turn',
  ],
  [
    'target',
    { state: 'agreed', meeting, can: ['met', 'missed', 'change', 'cancel', 'ping'] },
    'You are to meet',
    ['We have met', 'I cannot find {{other}}', 'Another time or place', 'We missed each other'],
    'meeting',
  ],
  ['target', { state: 'not-this-time' }, 'Not this time', [], 'over'],
  [
    'target',
    { state: 'met', meeting: { ...meeting, said: { me: null, other: 'met' } }, can: ['met', 'missed'] },
    'Have you met?',
    ['Yes, we have met', 'No, we have not met'],
    'over',
  ],
  [
    'requester',
    { state: 'missed', meeting: { ...meeting, cancelledBy: 'other' }, can: ['met', 'missed'] },
    'It does not work out',
    ['We have met after all'],
    'over',
  ],
  [
    'requester',
    { state: 'missed', meeting: { ...meeting, said: { me: 'met', other: 'missed' } }, can: ['missed'] },
    'You remember it differently',
    ['No, we have not met'],
    'over',
  ],
  [
    'introducer',
    { through: { name: 'Theo', isMe: true }, can: ['pass-on', 'decline'] },
    'Would you put in a word?',
    ['Ask Ines', 'Not this time'],
    'turn',
  ],
  ['introducer', { state: 'passed-on', through: { name: 'Theo', isMe: true } }, 'You put in a word', [], 'open'],
];

describe('IntroductionDetail', () => {
  it.each(rows)('I1, I4: to the %s (%j) it is “%s”', async (myPart, rest, heading, expected, group) => {
    const one = introduction({ myPart, ...rest });
    await show(one);
    screen.getByRole('heading', { level: 1, name: heading });
    const other = myPart === 'target' ? 'Rosa' : '李明辉';
    expect(buttons()).toEqual(expected.map((text) => text.replace('{{other}}', other)));
    expect(groupOf(one)).toBe(group);
    // No key without a text, no gap without a value.
    expect(document.body.textContent).not.toMatch(/(state|heading|step)\.|\{\{/u);
  });

  it('I7: before it is time nobody looks for anybody, and one can still say no', async () => {
    const soon = { ...meeting, startsAt: iso(3_600_000), endsAt: iso(4_200_000) };
    await show(introduction({ state: 'agreed', meeting: soon, can: ['met', 'missed', 'change', 'cancel', 'ping'] }));
    expect(buttons()).toEqual(['We have met', 'Another time or place', 'I cannot make it']);
  });

  it('three at a table: the introducer sees where the two sit, and may leave', async () => {
    const together = { ...meeting, joinedBy: 'Ines', openingLine: '' };
    await show(
      introduction({ myPart: 'introducer', state: 'agreed', meeting: together, can: ['ping', 'leave-table'] }),
    );
    screen.getByRole('heading', { level: 1, name: 'The three of you meet' });
    for (const text of ['You come along and introduce them.', 'How to recognise Rosa', 'Green scarf'])
      screen.getByText(text);
    screen.getByRole('button', { name: 'I cannot be there after all' });
  });

  it('“I cannot find you”: both phones say where to come and whom to look for', async () => {
    const at = iso(-20_000);
    await show(introduction({ state: 'agreed', meeting: { ...meeting, ping: { by: '李明辉', byMe: false, at } } }));
    screen.getByRole('heading', { name: '李明辉 is looking for you' });
    screen.getByText(/Come to: Window table/u);
    screen.getByText('李明辉: Green scarf');
  });

  it('another time: only what suits everybody, with a place that is free then', async () => {
    const option = (slot: number, from: string, until: string, places: string[]) => ({
      ...{
        breakId: 'b',
        breakTitle: 'Second break',
        slot,
        startsAt: `2026-06-01T${from}:00Z`,
        endsAt: `2026-06-01T${until}:00Z`,
      },
      places: places.map((name) => ({ id: name, name })),
    });
    const sent = fakeServer({
      'GET /api/events/e/introductions/i/meeting/options': {
        body: { options: [option(0, '10:00', '10:10', ['Sofa']), option(2, '10:20', '10:30', ['Bar', 'Sofa'])] },
      },
      'PUT /api/events/e/introductions/i/meeting': { body: introduction({ state: 'agreed', meeting }) },
      'GET /api/events/e/introductions': { body: { introductions: [] } },
    });
    await show(introduction({ state: 'agreed', meeting, can: ['met', 'change'] }));
    fireEvent.click(screen.getByRole('button', { name: 'Another time or place' }));
    fireEvent.click(await screen.findByRole('radio', { name: '18:20–18:30' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Sofa' }));
    fireEvent.click(screen.getByRole('button', { name: 'Meet then and there' }));
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({ breakId: 'b', slot: 2, placeId: 'Sofa' });
  });

  it('I7: says where, when, how to recognise each other and what to say first', async () => {
    await show(introduction({ state: 'agreed', meeting }));
    for (const text of ['Window table', 'Left of the door', '18:00–18:30', 'Green scarf', 'Ask about the kiln.'])
      screen.getByText(text);
  });

  it('I5: shows contacts to copy and to save from the moment both agreed', async () => {
    await show(introduction({ state: 'agreed', meeting, contacts: [{ kind: 'wechat', value: 'wx_ming' }] }));
    expect(screen.getByLabelText<HTMLInputElement>('WeChat ID').value).toBe('wx_ming');
    const file = screen.getByRole('link', { name: 'Save as a contact (.vcf)' });
    expect(file.getAttribute('href')).toBe('/api/events/e/people/t/card.vcf');
  });

  it('I1: the introducer passes it on with a word of their own', async () => {
    const sent = fakeServer({
      'POST /api/events/e/introductions/i/pass-on': {
        body: introduction({ myPart: 'introducer', state: 'passed-on' }),
      },
      'GET /api/events/e/introductions': { body: { introductions: [] } },
    });
    await show(introduction({ myPart: 'introducer', can: ['pass-on', 'decline'] }));
    fireEvent.change(screen.getByLabelText(/^A word to 李明辉/u), { target: { value: 'She fires pots, too.' } });
    fireEvent.click(screen.getByLabelText(/^I would like to be there/u));
    fireEvent.click(screen.getByRole('button', { name: 'Pass it on' }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ line: 'She fires pots, too.', joins: true }));
  });

  it('I2: a tap that comes too late says so', async () => {
    fakeServer({
      'POST /api/events/e/introductions/i/agree': {
        status: 409,
        body: { code: 'introduction_closed', message: 'This introduction is no longer open.' },
      },
    });
    await show(introduction({ myPart: 'target', state: 'passed-on', can: ['agree', 'decline'] }));
    fireEvent.click(screen.getByRole('button', { name: 'Yes, let us meet' }));
    expect((await screen.findByRole('alert')).textContent).toContain('no longer open');
  });
});
