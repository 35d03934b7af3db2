import { Writable } from 'node:stream';
import { DomainEvents } from './domain-events.js';
import { createLogger } from './logger.js';

describe('domain events', () => {
  it('reach their listeners after the caller has gone on; a failing one is logged and harms nobody', async () => {
    const log: string[] = [];
    const events = new DomainEvents(
      createLogger('info', new Writable({ write: (line, _, next) => next(log.push(String(line)) ? null : null) })),
    );
    const seen: string[] = [];
    events.on('event:changed', () => {
      throw new Error('first listener broke');
    });
    events.on('event:changed', async ({ eventId }) => {
      seen.push(eventId);
      events.emit('event:deleted', { eventId });
    });
    events.on('event:deleted', ({ eventId }) => void seen.push(`${eventId} deleted`));
    events.emit('event:changed', { eventId: 'e1' });
    expect(seen).toEqual([]);
    await events.settled();
    expect(seen).toEqual(['e1', 'e1 deleted']);
    expect(log.join()).toContain('first listener broke');
  });
});
