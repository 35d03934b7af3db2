import type { ContactKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { normaliseContact } from '../../../common/contact.js';
import { DomainError } from '../../../common/domain-error.js';

/** The contact's value as it is stored. @throws DomainError `invalid_input` naming `field` */
export function normalisedContact({ kind, value }: { kind: ContactKind; value: string }, field: string): string {
  const contact = normaliseContact(kind, value);
  if (!contact.ok)
    throw new DomainError('invalid_input', {
      fields: [{ field, code: contact.reason === 'required' ? 'required' : 'invalid_format' }],
    });
  if (contact.value.length > LIMITS.contact)
    throw new DomainError('invalid_input', {
      fields: [{ field, code: 'too_long', params: { limit: LIMITS.contact } }],
    });
  return contact.value;
}
