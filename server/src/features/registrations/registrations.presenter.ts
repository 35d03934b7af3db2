import type { Consents, Contact, Goal, MyRegistration } from '@teabreak/shared';
import type { RegistrationEntity } from './registration.entity.js';

export function presentConsents(row: RegistrationEntity): Consents {
  return {
    takePart: row.consentTakePart,
    board: row.consentBoard,
    screen: row.consentScreen,
    suggestions: row.consentSuggestions,
  };
}

/** For the person itself, and for nobody else. */
export function presentMine(
  row: RegistrationEntity,
  { goal, contacts, ticket }: { goal: Goal | null; contacts: Contact[]; ticket: string },
): MyRegistration {
  const { id, eventId, name, headline, recognise, status, presence, placeId, boardLevel } = row;
  return {
    registrationId: id,
    eventId,
    name,
    headline,
    recognise,
    status,
    checkedInAt: row.checkedInAt?.toISOString() ?? null,
    presence,
    placeId,
    goal,
    consents: presentConsents(row),
    boardLevel,
    contacts,
    ticket,
  };
}
