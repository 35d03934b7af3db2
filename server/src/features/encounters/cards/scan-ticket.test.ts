import { createHmac, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { packTicket, readTicket } from './scan-ticket.js';

const mac = (text: string) => createHmac('sha256', 'key').update(text).digest('base64url');
const expiresAt = new Date('2026-06-01T10:10:00Z');

describe('C2: the ticket of a scan', () => {
  it('says whom was scanned, to the account it was made for only', () => {
    const [registrationId, account, other] = [randomUUID(), randomUUID(), randomUUID()] as const;
    const text = packTicket({ registrationId, expiresAt }, account, mac);
    expect(text).toMatch(/^[A-Za-z0-9_-]{48}$/u);
    expect(readTicket(text, account, mac)).toEqual({ registrationId, expiresAt });
    expect(readTicket(text, other, mac)).toBeNull();
  });

  it('refuses every change of a single character, and everything made up', () => {
    const account = randomUUID();
    const text = packTicket({ registrationId: randomUUID(), expiresAt }, account, mac);
    for (let at = 0; at < text.length; at += 1) {
      const forged = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
      expect(readTicket(forged, account, mac)).toBeNull();
    }
    fc.assert(fc.property(fc.string({ maxLength: 64 }), (made) => readTicket(made, account, mac) === null));
  });
});
