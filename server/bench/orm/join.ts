import { createHash, randomBytes } from 'node:crypto';
import { CONSENT_VERSION, type JoinInput } from '@teabreak/shared';
import type { DataSource, EntityManager } from 'typeorm';
import type { z } from 'zod';
import { nameSearchKeys, nameSortKey } from '../../src/common/name-search.js';
import { accounts, consents, contacts, events, goals, registrations, sessions } from './tables.js';

type Join = z.output<typeof JoinInput>;

/** The usual way: lock the event's row, look whether there is a seat, save the registration, save the event. */
async function seat(manager: EntityManager, where: { id: string } | { slug: string }, accountId: string, input: Join) {
  const event = await manager.findOneOrFail(events, { where, lock: { mode: 'pessimistic_write' } });
  const full = event.capacity !== null && event.taken >= event.capacity;
  const registration = await manager.save(registrations, {
    eventId: event.id,
    accountId,
    requestId: input.requestId,
    status: full ? 'waitlisted' : 'confirmed',
    source: 'joined',
    name: input.name,
    headline: input.headline,
    email: input.contact.value,
    searchKeys: nameSearchKeys(input.name),
    sortKey: nameSortKey(input.name),
    languages: [],
    onBoard: false,
    consentTakePart: input.consents.takePart,
    consentBoard: input.consents.board,
    consentScreen: input.consents.screen,
    consentSuggestions: input.consents.suggestions,
  });
  if (!full) {
    event.taken += 1;
    await manager.save(events, event);
  }
  const said = { 'take-part': true, board: true, screen: false, suggestions: true };
  await manager.save(goals, { registrationId: registration.id, eventId: event.id, ...input.goal });
  await manager.save(
    consents,
    Object.entries(said).map(([kind, granted]) => ({
      registrationId: registration.id,
      kind,
      granted,
      version: CONSENT_VERSION,
    })),
  );
  return { registrationId: registration.id, status: registration.status, eventId: event.id };
}

/** Seat and registration with goal and consents, for an account that is there. */
export function seatByOrm(orm: DataSource, eventId: string, accountId: string, input: Join) {
  return orm.transaction((manager) => seat(manager, { id: eventId }, accountId, input));
}

/** All that a phone's join writes: also the account, its contact, its session. */
export function joinByOrm(orm: DataSource, slug: string, input: Join) {
  return orm.transaction(async (manager) => {
    const account = await manager.save(accounts, { name: input.name, locale: input.locale });
    await manager.save(contacts, { accountId: account.id, ...input.contact });
    const answer = await seat(manager, { slug }, account.id, input);
    const token = randomBytes(32).toString('base64url');
    await manager.save(sessions, {
      accountId: account.id,
      tokenHash: createHash('sha256').update(token).digest(),
      device: 'bench',
      expiresAt: new Date(Date.now() + 90 * 24 * 3_600_000),
    });
    return { ...answer, slug, token };
  });
}
