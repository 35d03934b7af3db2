import type { EncounterView, Note } from '@teabreak/shared';
import type { VisibleContact } from './contact-grants/contact-grants.service.js';
import type { EncounterRow } from './encounters.repository.js';

/** For the one whose note and contacts are handed in, and for nobody else. */
export function presentEncounter(row: EncounterRow, note: Note | null, contacts: VisibleContact[]): EncounterView {
  return {
    id: row.id,
    person: { registrationId: row.registrationId, name: row.name, headline: row.headline },
    via: row.via,
    at: row.at.toISOString(),
    note,
    contacts,
  };
}
