import type { EncounterView, Note } from '@teabreak/shared';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { fakeServer, type Sent } from '../../../../test/fake-server.js';
import { fakeSocket } from '../../../../test/fake-socket.js';
import { renderPage } from '../../../../test/render.js';
import { ToastRegion } from '../../../components/toast.js';
import { EMPTY_NOTE, noteDrafts } from '../note-drafts.js';
import { WeTalked } from './we-talked.js';

const LIST = 'GET /api/events/e/encounters';
const SAY = 'POST /api/events/e/encounters';
const PUT = 'PUT /api/events/e/encounters/t/note';
const BEN = { eventId: 'e', personId: 'ben' };

const note = (fields: Partial<Note>): Note => ({ ...EMPTY_NOTE, voice: null, version: 1, updatedAt: '', ...fields });
const talk = (kept: Note | null): EncounterView => ({
  id: 't',
  person: { registrationId: 'ben', name: 'Ben', headline: '' },
  via: 'board',
  at: '2026-06-01T10:00:00Z',
  note: kept,
  contacts: [],
});
const list = (kept: Note | null) => ({ body: { encounters: [talk(kept)] } });
const none = { body: { encounters: [] } };
fakeSocket();

const open = (answers: Parameters<typeof fakeServer>[0], noteOpen = false) => {
  const sent = fakeServer(answers);
  const content = (
    <>
      <WeTalked {...BEN} name="Ben" noteOpen={noteOpen} />
      <ToastRegion />
    </>
  );
  return renderPage(content, ['encounters']).then(({ unmount }) => ({ sent, close: unmount }));
};
const words = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'What did you talk about?' });
const type = async (text: string) => fireEvent.change(await words(), { target: { value: text } });
const tap = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const written = (sent: Sent[]) => sent.filter(({ method }) => method === 'PUT').map(({ body }) => body);

beforeEach(() => localStorage.clear());

describe('F1: we talked', () => {
  it('one tap says it and lays the note open; what is saved names the version it changes', async () => {
    const { sent } = await open({ [LIST]: [none, list(null)], [SAY]: { body: talk(null) }, [PUT]: { body: note({}) } });
    await tap('We talked');
    await type('Sells tea ware');
    fireEvent.click(screen.getByRole('radio', { name: 'Yes, soon' }));
    await tap('Save my note');
    await screen.findByText('Note saved');
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => body)).toContainEqual({ personId: 'ben' });
    expect(written(sent)).toEqual([{ ...EMPTY_NOTE, text: 'Sells tea ware', fit: 3, version: 0 }]);
    expect(noteDrafts.read(BEN)).toBeNull();
  });

  it('nothing typed is lost when the tab is closed', async () => {
    const first = await open({ [LIST]: list(null) });
    await tap('Write a private note');
    await type('half a sen');
    first.close();
    await open({ [LIST]: list(null) });
    await tap('Go on with my note');
    expect((await words()).value).toBe('half a sen');
  });

  it('without a network it is kept, and sent when the phone is back, with "we talked" before it', async () => {
    const first = await open({ [LIST]: none, [SAY]: 'no answer' });
    await tap('We talked');
    await type('in the tunnel');
    await tap('Save my note');
    await screen.findByText(/^Kept on this phone/u);
    expect(noteDrafts.read(BEN)).toMatchObject({ waiting: true, base: 0 });
    first.close();

    const answers: Parameters<typeof fakeServer>[0] = { [LIST]: none, [SAY]: 'no answer' };
    const { sent } = await open(answers);
    await screen.findByRole('button', { name: 'My note, not sent yet' });
    answers[SAY] = { body: talk(null) };
    answers[PUT] = { body: note({ text: 'in the tunnel' }) };
    await act(async () => window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(noteDrafts.read(BEN)).toBeNull());
    expect(written(sent)).toMatchObject([{ text: 'in the tunnel', version: 0 }]);
  });

  it('what another tab saved meanwhile is shown, and the person chooses', async () => {
    const theirs = note({ text: 'of the other tab', version: 2 });
    const { sent } = await open({
      [LIST]: [list(note({ text: 'first' })), list(theirs)],
      [PUT]: [
        { status: 409, body: { code: 'note_changed', message: 'Changed' } },
        { body: note({ text: 'mine', version: 3 }) },
      ],
    });
    await tap('Open my note');
    await type('mine');
    await tap('Save my note');
    await screen.findByText('of the other tab');
    expect(screen.getByRole('button', { name: 'Save my note' })).toHaveProperty('disabled', true);
    await tap('Keep what is here');
    await tap('Save my note');
    await screen.findByText('Note saved');
    expect(written(sent)).toMatchObject([
      { text: 'mine', version: 1 },
      { text: 'mine', version: 2 },
    ]);
  });

  it('says why where it may not be said, and opens nothing', async () => {
    await open({ [LIST]: none, [SAY]: { status: 404, body: { code: 'not_found', message: 'Nobody here.' } } });
    await tap('We talked');
    await screen.findByText('Nobody here.');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
