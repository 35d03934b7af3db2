import { boardFrame } from './board-frames.js';

const message = (name: string, body: object) => Buffer.from(`42${JSON.stringify([name, body])}`);
const eventId = '7b1f6a0e-5d0f-4a52-9c4e-2f4f0b6f3d11';

describe('a frame of the board', () => {
  it('tells from where to where it brings its reader', () => {
    const changes = [{ version: 121, kind: 'removed', id: eventId }];
    expect(boardFrame(message('board:changed', { eventId, since: 120, version: 121, changes }))).toEqual({
      since: 120,
      version: 121,
    });
  });

  it('is not confused with pings, answers and other messages', () => {
    for (const other of ['2', '40{"sid":"x"}', '430[{"ok":true}]']) expect(boardFrame(Buffer.from(other))).toBeNull();
    expect(boardFrame(message('guests:changed', { eventId, since: 1, version: 2, changes: [] }))).toBeNull();
  });
});
