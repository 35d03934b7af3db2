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
    />,
    ['introductions', 'board', 'goals'],
  );
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
    { state: 'agreed', meeting, can: ['met', 'missed'] },
    'You are to meet',
    ['We have met', 'We missed each other'],
    'meeting',
  ],
  ['requester', { state: 'met' }, 'You have met', [], 'over'],
  ['requester', { state: 'missed' }, 'You missed each other', [], 'over'],
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
    { state: 'agreed', meeting, can: ['met', 'missed'] },
    'You are to meet',
    ['We have met', 'We missed each other'],
    'meeting',
  ],
  ['target', { state: 'not-this-time' }, 'Not this time', [], 'over'],
];

describe('IntroductionDetail', () => {
  it.each(rows)('I1, I4: to the %s (%j) it is “%s”', async (myPart, rest, heading, expected, group) => {
    const one = introduction({ myPart, ...rest });
    await show(one);
    screen.getByRole('heading', { level: 1, name: heading });
    expect(buttons()).toEqual(expected);
    expect(groupOf(one)).toBe(group);
    // No key without a text, no gap without a value.
    expect(document.body.textContent).not.toMatch(/(state|heading|step)\.|\{\{/u);
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
    fireEvent.click(screen.getByRole('button', { name: 'Pass it on' }));
    await waitFor(() => expect(sent[0]?.body).toEqual({ line: 'She fires pots, too.' }));
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
