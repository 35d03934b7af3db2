import type { Consents, MyRegistration } from '@teabreak/shared';
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
  {
    goal,
    contacts,
    ticket,
    waitlistPosition,
  }: Pick<MyRegistration, 'goal' | 'contacts' | 'ticket' | 'waitlistPosition'>,
): MyRegistration {
  const { id, eventId, name, headline, recognise, status, presence, placeId, boardLevel } = row;
  return {
    registrationId: id,
    eventId,
    name,
    headline,
    recognise,
    status,
    waitlistPosition,
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
